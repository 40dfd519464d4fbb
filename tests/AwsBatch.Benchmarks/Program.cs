using System.CommandLine;
using System.Globalization;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites;
using AwsBatch.Benchmarks.Suites.Adaptive;
using AwsBatch.Benchmarks.Suites.Dedupe;
using AwsBatch.Benchmarks.Suites.EndToEnd;
using AwsBatch.Benchmarks.Suites.Memory;
using AwsBatch.Benchmarks.Suites.Overhead;
using AwsBatch.Benchmarks.Suites.StartUp;

ISuite[] suites = [new OverheadSuite(), new EndToEndSuite(), new DedupeSuite(), new AdaptiveSuite(), new StartUpSuite(), new GeneratorSuite(), new ControllerSuite(), new MemorySuite()];

var suite = new Argument<string>("suite") { Description = "What to measure." };
suite.AcceptOnlyFromAmong([.. suites.Select(known => known.Name)]);
var json = new Option<FileInfo?>("--json") { Description = "Also writes the rows to this file." };
var seeds = new Option<int[]>("--seeds")
{
    Description = "The seeds of a simulation, separated by commas.",
    CustomParser = Seeds.Parse,
};
var rounds = new Option<int?>("--rounds") { Description = "How many rounds, where a suite measures in rounds." };
var seconds = new Option<double?>("--seconds") { Description = "How long each subject is measured in a round." };
var @case = new Option<string?>("--case") { Description = "Only the cases whose names contain this, where a suite can leave some out." };
var aot = new Option<bool>("--aot") { Description = "Start-up also of programs compiled ahead of time; publishing them takes minutes." };
foreach (var option in new Option[] { rounds, seconds })
{
    option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !(double.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number > 0))
            result.AddError($"{option.Name} is '{token.Value}': give a number above zero.");
    });
}

var tls = new Option<bool>("--tls");
var serve = new Command(CannedEndpoint.Command, "The endpoint of a suite, in its own process.") { tls };
serve.Hidden = true;
serve.SetAction((parsed, _) => CannedEndpoint.ServeAsync(parsed.GetValue(tls), Console.In, Console.Out));

var growthCase = new Argument<string>("case");
var growthSubject = new Argument<string>("subject");
var grow = new Command(GrowthProcess.Command, "One figure of a suite, in its own process.") { growthCase, growthSubject };
grow.Hidden = true;
grow.SetAction((parsed, _) => GrowthProcess.RunAsync(parsed.GetRequiredValue(growthCase), parsed.GetRequiredValue(growthSubject), Console.Out));

var command = new RootCommand("Measures AwsBatch beside what a user would write otherwise, in the same run.")
{
    suite, json, seeds, rounds, seconds, @case, aot, serve, grow,
};
command.SetAction(async (parsed, cancellationToken) =>
{
    var chosen = suites.Single(known => known.Name == parsed.GetValue(suite));
    var arguments = new SuiteArguments(
        parsed.GetValue(seeds) ?? [], parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(@case), parsed.GetValue(aot));
    IReadOnlyList<Row> rows;
    try
    {
        rows = await chosen.RunAsync(arguments, cancellationToken);
    }
    catch (InvalidMeasurementException invalid)
    {
        await Console.Error.WriteLineAsync($"{chosen.Name}: {invalid.Message}");
        return 1;
    }

    Report.Print(rows);
    // Of some cases alone the others' gates say nothing.
    Report.Print([.. chosen.Judge(rows).Where(gate => gate.Value is not null || arguments.Case is null)]);
    if (parsed.GetValue(json) is { } file)
        Report.Write(rows, file);

    var missing = chosen.Baselines.Where(baseline => rows.All(row => row.Subject != baseline)).ToList();
    if (missing.Count == 0 || arguments.Case is not null)
        return 0;

    await Console.Error.WriteLineAsync($"{chosen.Name}: no figures of {string.Join(", ", missing)}; without its baseline a figure says nothing.");
    return 1;
});
return await command.Parse(args).InvokeAsync();
