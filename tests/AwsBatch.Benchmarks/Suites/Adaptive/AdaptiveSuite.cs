using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

namespace AwsBatch.Benchmarks.Suites.Adaptive;

/// <summary>
/// How long a batch takes until the last request has succeeded, and how often it is throttled on the way: AwsBatch with
/// nothing set beside a hand-written loop at several concurrencies, each of which suits some service.
/// </summary>
internal sealed class AdaptiveSuite : ISuite
{
    private const string AwsBatch = "awsbatch";
    private const string Seconds = "total_s";
    private const double Near = 1.1;
    private const int WarmUpRequests = 5_000;

    private static readonly int[] Concurrencies = [4, 16, 64, 256];

    public string Name => "adaptive";

    public IReadOnlyList<string> Baselines => [.. Concurrencies.Select(NameOf)];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        await WarmUpAsync(cancellationToken);
        var rows = new List<Row>();
        foreach (var world in Worlds.All.Where(world => arguments.Includes(world.Name)))
        {
            rows.AddRange(await MeasureAsync(AwsBatch, Batches.UntunedAsync));
            foreach (var concurrency in Concurrencies)
            {
                rows.AddRange(await MeasureAsync(
                    NameOf(concurrency),
                    (endpoint, requests, cancellationToken) => Batches.FixedAsync(endpoint, requests, concurrency, cancellationToken)));
            }

            async Task<Row[]> MeasureAsync(string subject, Func<EndpointProcess, int, CancellationToken, Task<Outcome>> run)
            {
                // An endpoint each: the SDK keeps what it learnt of a service by its address.
                await using var endpoint = await EndpointProcess.StartAsync(tls: false, cancellationToken);
                await endpoint.ServeAsync(world.World, CannedAnswers.DescribeInstances, cancellationToken);
                var outcome = await run(endpoint, world.Requests, cancellationToken);
                var count = await endpoint.CountAsync(cancellationToken);
                await Console.Error.WriteLineAsync($"{world.Name}, {subject}: {outcome.Elapsed.TotalSeconds:0.0} s, {count.Refused} throttles");
                return
                [
                    new Row(Name, world.Name, subject, Seconds, outcome.Elapsed.TotalSeconds),
                    new Row(Name, world.Name, subject, "throttles", count.Refused),
                    new Row(Name, world.Name, subject, "failed_calls", outcome.FailedCalls),
                    new Row(Name, world.Name, subject, "wire_requests", count.Requests),
                ];
            }
        }

        return rows;
    }

    public IReadOnlyList<Gate> Judge(IReadOnlyList<Row> rows)
    {
        var worlds = rows.Where(static row => row.Metric == Seconds).GroupBy(static row => row.Case).ToList();
        var right = Baselines.Where(baseline => worlds.All(world => Ratio(world, baseline) <= Near)).ToList();
        return
        [
            .. worlds.Select(world => new Gate(world.Key, "untuned ÷ best fixed concurrency", Ratio(world, AwsBatch), Near, Sense.AtMost)),
            new Gate("all", $"fixed concurrencies within 10 % of the best in each: {string.Join(", ", right)}", right.Count, 0, Sense.AtMost),
        ];

        double Ratio(IEnumerable<Row> world, string subject) =>
            world.Single(row => row.Subject == subject).Value / world.Where(row => row.Subject != AwsBatch).Min(static row => row.Value);
    }

    // Compiles what the subjects run, which the start-up suite measures: else the first of them would pay for all.
    private static async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await using var endpoint = await EndpointProcess.StartAsync(tls: false, cancellationToken);
        await endpoint.AnswerAsync(CannedAnswers.DescribeInstances, cancellationToken);
        await Batches.UntunedAsync(endpoint, WarmUpRequests, cancellationToken);
        await Batches.FixedAsync(endpoint, WarmUpRequests, Concurrencies[0], cancellationToken);
    }

    private static string NameOf(int concurrency) => $"foreach-{concurrency}";
}
