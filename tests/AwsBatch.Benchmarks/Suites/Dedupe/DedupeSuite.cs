using Amazon.S3.Model;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

namespace AwsBatch.Benchmarks.Suites.Dedupe;

/// <summary>
/// What it costs to be answered from memory: by a window that has the answer, beside caches that have it, whose keys a user
/// has to make of the request. Nothing is sent meanwhile, which the endpoint confirms.
/// </summary>
internal sealed class DedupeSuite : ISuite
{
    // What a window holds, but for a little.
    private const int Requests = 4_000;
    private const int DefaultRounds = 15;

    // A round has to last for longer than caches take to warm.
    private const int Passes = 20;

    private const string AwsBatch = "awsbatch";
    private const string Batch = "batch";
    private const string Nanoseconds = "ns_per_item";
    private const string Bytes = "bytes_per_item";

    // An item and its place in the result, and what the call itself allocates, spread over the items.
    private const double ItemBytes = 90;

    public string Name => "dedupe";

    public IReadOnlyList<string> Baselines => ["hybridcache", "fusioncache"];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        await using var endpoint = await EndpointProcess.StartAsync(tls: false, cancellationToken);
        GetObjectMetadataRequest[] requests =
        [
            .. Enumerable.Range(0, Requests).Select(static number => new GetObjectMetadataRequest { BucketName = "bucket", Key = $"folder/part-{number}.csv" }),
        ];
        await using var window = new WindowHits(endpoint);
        await using var hybrid = new HybridCacheHits(endpoint);
        using var fusion = new FusionCacheHits(endpoint);

        var rows = new List<Row>();
        foreach (var (@case, calls) in new (string, Func<GetObjectMetadataRequest[], Task>)[]
        {
            (Batch, window.BatchAsync),
            ("one call at a time", window.OneByOneAsync),
        })
        {
            await endpoint.AnswerAsync(CannedAnswers.HeadObject, cancellationToken);
            (string Subject, Func<Task> Run)[] subjects =
            [
                (AwsBatch, () => RepeatAsync(calls)),
                ("hybridcache", () => RepeatAsync(hybrid.OneByOneAsync)),
                ("fusioncache", () => RepeatAsync(fusion.OneByOneAsync)),
            ];
            foreach (var (_, run) in subjects)
                await run();

            await endpoint.AnswerAsync(CannedAnswers.HeadObject, cancellationToken);
            var figures = await Rounds.MeasureAsync(Requests * Passes, arguments.Rounds ?? DefaultRounds, subjects, cancellationToken);
            if (await endpoint.CountAsync(cancellationToken) is { Requests: > 0 and var sent })
                throw new InvalidMeasurementException($"{@case}: {sent} requests were sent where all answers should have been remembered.");

            rows.AddRange(figures.SelectMany(figure => new[]
            {
                new Row(Name, @case, figure.Key, Nanoseconds, figure.Value.NanosecondsPerItem),
                new Row(Name, @case, figure.Key, Bytes, figure.Value.BytesPerItem),
            }));
        }

        return rows;

        async Task RepeatAsync(Func<GetObjectMetadataRequest[], Task> calls)
        {
            for (var pass = 0; pass < Passes; pass++)
                await calls(requests);
        }
    }

    public IReadOnlyList<Gate> Judge(IReadOnlyList<Row> rows)
    {
        return
        [
            new Gate(Batch, "a window hit, ns", Figure(Nanoseconds), 300, Sense.AtMost),
            new Gate(Batch, "a window hit, bytes", Figure(Bytes), ItemBytes, Sense.AtMost),
        ];

        double? Figure(string metric) => rows.FirstOrDefault(row => (row.Case, row.Subject, row.Metric) == (Batch, AwsBatch, metric))?.Value;
    }
}
