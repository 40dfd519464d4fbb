using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Observation;

/// <summary>
/// Writes down how a run goes, in memory that does not grow with it: a long run has longer samples, and of errors and slow
/// requests only so many are kept.
/// </summary>
internal sealed class RunRecorder(IPerfStats stats, TimeProvider clock) : IRunObserver
{
    private const int MostSamples = 240;
    private const int MostErrorGroups = 200;
    private const int MostOperations = 2_000;
    private const int MostSlowItems = 20;

    private readonly Lock gate = new();
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private readonly long started = clock.GetTimestamp();
    private readonly List<RunSample> samples = [];
    private readonly Dictionary<OperationName, OperationCounts> operations = [];
    private readonly Dictionary<(OperationName Name, string Code), ErrorGroup> errors = [];
    private readonly PriorityQueue<SlowItem, TimeSpan> slowest = new();
    private TimeSpan sampleLength = TimeSpan.FromSeconds(1);
    private TimeSpan sampledTo;
    private (long Completed, long Failed, long Throttles) counted;
    private (long Completed, long Failed) ended;
    private int inFlight;
    private int parked;
    private int limit;

    public void Ended(RequestEntry entry, OperationName name, BatchRequest? sent, in Outcome outcome, string? code)
    {
        lock (gate)
        {
            ended.Completed++;
            ended.Failed += outcome.Error is null ? 0 : 1;
            CountsOf(name).Count(outcome);
            if (code is not null)
                CountError(entry, name, code, outcome.Error!);
            if (sent is not null && outcome.Attempts > 0)
                KeepIfSlow(entry, sent, outcome, code);
        }
    }

    /// <summary>How many are in flight now, as the core tells.</summary>
    public void Report(BatchProgress value)
    {
        lock (gate)
        {
            inFlight = Math.Max(inFlight, value.InFlight);
            parked = Math.Max(parked, value.Parked);
            limit = value.Limit;
            if (clock.GetElapsedTime(started) - sampledTo >= sampleLength)
                TakeSample();
        }
    }

    /// <summary>The run, which is over.</summary>
    /// <param name="settings">How it was run.</param>
    public RunRecord Finish(IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        lock (gate)
        {
            TakeSample();
            var measured = stats.Snapshot();
            return new RunRecord
            {
                Version = ToolVersion.Text,
                StartedAt = startedAt,
                Duration = sampledTo,
                Settings = settings,
                Samples = [.. samples],
                Operations =
                [
                    .. operations
                        .OrderBy(static entry => entry.Key)
                        .Select(entry => entry.Value.ToRecord(entry.Key, measured.GetValueOrDefault(entry.Key.ToString()))),
                ],
                Errors = [.. errors.Values.OrderByDescending(static error => error.Count)],
                Slowest = [.. slowest.UnorderedItems.Select(static entry => entry.Element).OrderByDescending(static item => item.Duration)],
            };
        }
    }

    private OperationCounts CountsOf(OperationName name)
    {
        // Misspelt names are without end.
        var key = operations.Count < MostOperations || operations.ContainsKey(name) ? name : new OperationName("*", "*");
        if (!operations.TryGetValue(key, out var counts))
            operations.Add(key, counts = new OperationCounts());
        return counts;
    }

    private void CountError(RequestEntry entry, OperationName name, string code, string error)
    {
        if (errors.TryGetValue((name, code), out var group))
            errors[(name, code)] = group with { Count = group.Count + 1 };
        else if (errors.Count < MostErrorGroups)
            errors.Add((name, code), new ErrorGroup(name, code, 1, error, entry.Index));
    }

    private void KeepIfSlow(RequestEntry entry, BatchRequest sent, in Outcome outcome, string? code)
    {
        if (slowest.Count == MostSlowItems && slowest.TryPeek(out _, out var fastest) && outcome.Duration <= fastest)
            return;

        var item = new SlowItem(
            entry.Index,
            entry.Id.ValueKind is System.Text.Json.JsonValueKind.Undefined or System.Text.Json.JsonValueKind.Null ? null : entry.Id.ToString(),
            sent.ToString()!, outcome.Duration, outcome.Attempts, code, outcome.Error);
        if (slowest.Count == MostSlowItems)
            slowest.EnqueueDequeue(item, item.Duration);
        else
            slowest.Enqueue(item, item.Duration);
    }

    private void TakeSample()
    {
        var now = clock.GetElapsedTime(started);
        var throttles = stats.Snapshot().Values.Sum(static operation => operation.Throttles);
        samples.Add(new RunSample(
            sampledTo,
            now - sampledTo,
            ended.Completed - counted.Completed,
            ended.Failed - counted.Failed,
            throttles - counted.Throttles,
            inFlight,
            limit,
            parked));
        sampledTo = now;
        counted = (ended.Completed, ended.Failed, throttles);
        (inFlight, parked) = (0, 0);
        if (samples.Count < MostSamples)
            return;

        // Half as many, twice as long.
        for (var pair = 0; pair < MostSamples / 2; pair++)
            samples[pair] = samples[2 * pair].With(samples[(2 * pair) + 1]);
        samples.RemoveRange(MostSamples / 2, MostSamples / 2);
        sampleLength *= 2;
    }

    /// <summary>One operation, so far.</summary>
    private sealed class OperationCounts
    {
        private readonly LatencyHistogram latencies = new();
        private long count;
        private long failed;
        private long deduplicated;
        private long attempts;

        public void Count(in Outcome outcome)
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
