using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Observation;

/// <summary>What the requests of each operation of a run have ended in. Not safe for concurrent use.</summary>
internal sealed class OperationCounts
{
    private const int MostOperations = 2_000;

    // Misspelt names are without end: those that are too many count as one.
    private static readonly OperationName Others = new("*", "*");

    private readonly Dictionary<OperationName, Counts> operations = [];

    public void Add(OperationName name, in Outcome outcome)
    {
        var key = operations.Count < MostOperations || operations.ContainsKey(name) ? name : Others;
        if (!operations.TryGetValue(key, out var counts))
            operations.Add(key, counts = new Counts());
        counts.Add(outcome);
    }

    /// <summary>By service and operation.</summary>
    /// <param name="measured">What the core has measured, by <c>service:operation</c>.</param>
    public IReadOnlyList<OperationRecord> ToRecords(IReadOnlyDictionary<string, OperationStats> measured) =>
    [
        .. operations
            .OrderBy(static entry => entry.Key)
            .Select(entry => entry.Value.ToRecord(entry.Key, measured.GetValueOrDefault(entry.Key.ToString()))),
    ];

    private sealed class Counts
    {
        private readonly LatencyHistogram latencies = new();
        private long count;
        private long failed;
        private long deduplicated;
        private long attempts;

        public void Add(in Outcome outcome)
        {
            count++;
            failed += outcome.Error is null ? 0 : 1;
            deduplicated += outcome.Deduplicated ? 1 : 0;
            attempts += outcome.Attempts;
            if (outcome.Attempts > 0)
                latencies.Add(outcome.Duration);
        }

        public OperationRecord ToRecord(OperationName name, OperationStats? measured) =>
            new(name, count, failed, deduplicated, attempts, measured?.Throttles ?? 0, latencies);
    }
}
