using AwsBatch.Benchmarks.Measurement;

namespace AwsBatch.Benchmarks.Suites.Memory;

/// <summary>
/// By how much a process grows in long calls of the SDK's real S3 client: a stream with a fast and with a slow reader, and
/// a batch of large listings beyond its results. A handler in the process answers, which is faster than any server.
/// </summary>
internal sealed class MemorySuite : ISuite
{
    private const string Metric = "growth_mb";
    private const double Megabyte = 1 << 20;

    public string Name => "memory";

    public IReadOnlyList<string> Baselines => ["sdk-foreach"];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        foreach (var growth in Growths.All.Where(growth => arguments.Includes(growth.Case)))
        {
            await Console.Error.WriteLineAsync($"{growth.Case}, {growth.Subject} …");
            var bytes = await GrowthProcess.MeasureAsync(growth, cancellationToken);
            rows.Add(new Row(Name, growth.Case, growth.Subject, Metric, bytes / Megabyte));
        }

        return rows;
    }

    public IReadOnlyList<Gate> Judge(IReadOnlyList<Row> rows)
    {
        return
        [
            .. from growth in Growths.All
               where growth.AllowedMegabytes is not null
               select new Gate(growth.Case, $"{growth.Subject}, MB", Figure(growth), growth.AllowedMegabytes!.Value, Sense.AtMost),
        ];

        double? Figure(Growth growth) => rows.FirstOrDefault(row => (row.Case, row.Subject) == (growth.Case, growth.Subject))?.Value;
    }
}
