using System.Diagnostics;
using System.Globalization;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;

namespace AwsBatch.Benchmarks.Suites.Memory;

/// <summary>This program, run once more for one figure: no call inherits what an earlier one has left of the heap.</summary>
internal static class GrowthProcess
{
    public const string Command = "grow";

    /// <returns>Bytes.</returns>
    /// <exception cref="InvalidMeasurementException">A call failed.</exception>
    public static async Task<long> MeasureAsync(Growth growth, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(ThisProgram.Path, [Command, growth.Case, growth.Subject]) { RedirectStandardOutput = true };
        // As apps run. This program collects with everything stopped, for even timings, and lets far more garbage gather.
        start.Environment["DOTNET_gcConcurrent"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? long.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidMeasurementException($"{growth.Case}: {growth.Subject} has failed.");
    }

    /// <summary>What the other process does.</summary>
    public static async Task RunAsync(string @case, string subject, TextWriter output)
    {
        var growth = Growths.All.Single(growth => growth.Case == @case && growth.Subject == subject);
        await output.WriteLineAsync((await growth.MeasureAsync()).ToString(CultureInfo.InvariantCulture));
    }
}
