using AwsBatch.Cli.Observation;

namespace AwsBatch.Cli.Stats;

/// <summary>One operation over several runs.</summary>
internal sealed class OperationTotal(OperationName name)
{
    public OperationName Name => name;

    public long Runs { get; private set; }

    public long Count { get; private set; }

    public long Errors { get; private set; }

    public long Deduplicated { get; private set; }

    public long Attempts { get; private set; }

    public long Throttles { get; private set; }

    public LatencyHistogram Latencies { get; } = new();

    /// <summary>Sums runs up, by operation in the order of their names.</summary>
    public static IReadOnlyCollection<OperationTotal> Of(IEnumerable<RunStats> runs)
    {
        var totals = new SortedDictionary<OperationName, OperationTotal>();
        foreach (var operation in runs.SelectMany(static run => run.Operations).Select(static operation => operation.ToRecord()))
        {
            if (!totals.TryGetValue(operation.Name, out var total))
                totals.Add(operation.Name, total = new OperationTotal(operation.Name));
            total.Add(operation);
        }

        return totals.Values;
    }

    private void Add(OperationRecord run)
    {
        Runs++;
        Count += run.Count;
        Errors += run.Failed;
        Deduplicated += run.Deduplicated;
        Attempts += run.Attempts;
        Throttles += run.Throttles;
        Latencies.Add(run.Latencies);
    }
}
