using System.CommandLine;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Suites;

ISuite[] suites = [new OverheadSuite(), new GeneratorSuite(), new ControllerSuite(), new MemorySuite()];

var suite = new Argument<string>("suite") { Description = "What to measure." };
suite.AcceptOnlyFromAmong([.. suites.Select(known => known.Name)]);
var json = new Option<FileInfo?>("--json") { Description = "Also writes the rows to this file." };
var seeds = new Option<int[]>("--seeds")
{
    Description = "The seeds of a simulation, separated by commas.",
    CustomParser = Seeds.Parse,
};

var command = new RootCommand("Measures AwsBatch beside what a user would write otherwise, in the same run.") { suite, json, seeds };
command.SetAction(async (parsed, cancellationToken) =>
{
    var chosen = suites.Single(known => known.Name == parsed.GetValue(suite));
    var rows = await chosen.RunAsync(new SuiteArguments(parsed.GetValue(seeds) ?? []), cancellationToken);
    Report.Print(rows);
    if (parsed.GetValue(json) is { } file)
        Report.Write(rows, file);

    var missing = chosen.Baselines.Where(baseline => rows.All(row => row.Subject != baseline)).ToList();
    if (missing.Count == 0)
        return 0;

    await Console.Error.WriteLineAsync($"{chosen.Name}: no figures of {string.Join(", ", missing)}; without its baseline a figure says nothing.");
    return 1;
});
return await command.Parse(args).InvokeAsync();
