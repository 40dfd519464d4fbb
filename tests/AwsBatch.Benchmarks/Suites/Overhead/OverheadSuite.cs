using Amazon.S3.Model;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.CompilerServices;
using static AwsBatch.Generated.S3ModelIdentities;

namespace AwsBatch.Benchmarks.Suites.Overhead;

/// <summary>
/// What the engine itself costs an item: batches over an operation that does nothing, and over one that only yields,
/// beside the two loops users write.
/// </summary>
internal sealed class OverheadSuite : ISuite
{
    private const int Items = 200_000;
    private const int RoundCount = 7;
    private const string Default = "awsbatch-default";
    private const string NoDedupe = "awsbatch";
    private const string ForEach = "parallel-foreach";

    // Times of Parallel.ForEachAsync. With deduplication each request is hashed besides, by all its members.
    private static readonly (string Subject, double Ratio)[] Bounds = [(NoDedupe, 1.1), (Default, 2.0)];

    public string Name => "overhead";

    public IReadOnlyList<string> Baselines => [ForEach, "semaphore-whenall"];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        GetObjectMetadataRequest[] requests =
            [.. Enumerable.Range(0, Items).Select(static number => new GetObjectMetadataRequest { BucketName = "bucket", Key = $"key-{number}" })];
        await using var engine = new WirelessEngine();

        var rows = new List<Row>();
        foreach (var (name, call, concurrency) in new (string, Func<Task<string>>, int)[]
        {
            ("no-op", WirelessEngine.NoOp, 32),
            ("yielding", WirelessEngine.Yielding, 32),
            ("yielding, one at a time", WirelessEngine.Yielding, 1),
            ("yielding, four at a time", WirelessEngine.Yielding, 4),
        })
        {
            if (!arguments.Includes(name))
                continue;
            var operation = BatchOperation.Create<GetObjectMetadataRequest, string>(
                WirelessEngine.Service, "Call", (_, _, _) => call(), identity: GetObjectMetadataRequestIdentity.Instance, isReadOnly: true);
            var options = new BatchOptions { Concurrency = concurrency };
            var figures = await Rounds.MeasureAsync(
                Items,
                arguments.Rounds ?? RoundCount,
                [
                    (NoDedupe, () => engine.BatchAsync(operation, requests, options with { Dedupe = DedupeMode.Off })),
                    (Default, () => engine.BatchAsync(operation, requests, options)),
                    (ForEach, () => Loops.ForEachAsync(Items, concurrency, (_, _) => call(), cancellationToken)),
                    ("semaphore-whenall", () => Loops.SemaphoreWhenAllAsync(Items, concurrency, (_, _) => call(), cancellationToken)),
                ],
                cancellationToken);
            foreach (var (subject, figure) in figures)
            {
                rows.Add(new Row(Name, name, subject, "ns_per_item", figure.NanosecondsPerItem));
                rows.Add(new Row(Name, name, subject, "bytes_per_item", figure.BytesPerItem));
            }

            foreach (var (subject, bound) in Bounds)
            {
                rows.Add(new Row(Name, name, subject, "ratio", figures[subject].NanosecondsPerItem / figures[ForEach].NanosecondsPerItem));
                rows.Add(new Row(Name, name, subject, "bound", bound));
            }
        }

        rows.AddRange(await new OverheadCurve(Name, engine).MeasureAsync(arguments, cancellationToken));
        return rows;
    }

    public IReadOnlyList<Gate> Judge(IReadOnlyList<Row> rows) =>
    [
        new Gate(
            "yielding",
            "bytes of an item",
            rows.FirstOrDefault(static row => (row.Case, row.Subject, row.Metric) == ("yielding", NoDedupe, "bytes_per_item"))?.Value,
            200,
            Sense.AtMost),
        .. OverheadCurve.Judge(rows),
    ];
}
