using System.Globalization;
using AwsBatch.Simulation.Core;

// dotnet run --project tests/AwsBatch.Simulation -- --seed N: replays one seed and prints its history.
// dotnet run --project tests/AwsBatch.Simulation -- --count N [--first M]: runs many, and prints those that fail.
if (Number("--seed") is { } seed)
{
    CoreSimulation.Run(seed, Console.WriteLine);
    return 0;
}

int first = Number("--first") ?? 0, count = Number("--count") ?? 2_000, failed = 0;
for (var next = first; next < first + count; next++)
{
    try
    {
        CoreSimulation.Run(next);
    }
    catch (Exception exception)
    {
        failed++;
        Console.WriteLine(exception is SimulationFailedException ? exception.Message : $"seed {next}: {exception}");
    }
}

Console.WriteLine($"{count} seeds, {failed} failed");
return failed == 0 ? 0 : 1;

int? Number(string option) => Array.IndexOf(args, option) is >= 0 and var index && index + 1 < args.Length
    ? int.Parse(args[index + 1], CultureInfo.InvariantCulture)
    : null;
