namespace AwsBatch.Execution;

/// <summary>What the slots of one call have counted, added up.</summary>
/// <param name="total">How many requests the call has; null if nobody knows yet.</param>
/// <param name="clock">What its times are of, from now on.</param>
internal sealed class CallNumbers(int? total, TimeProvider clock)
{
    private readonly long started = clock.GetTimestamp();
    private readonly Lock gate = new();
    private readonly List<Tally> tallies = [];

    /// <summary>Counts for one more writer.</summary>
    public Tally Open()
    {
        var tally = new Tally();
        lock (gate)
            tallies.Add(tally);
        return tally;
    }

    public BatchSummary Summarize() => Summarize(Tallies());

    /// <param name="waiting">How many items wait for another attempt, or for another's answer.</param>
    /// <param name="limit">How many attempts may be in flight.</param>
    public BatchProgress Progress(int waiting, int limit)
    {
        var counts = Tallies();
        var numbers = Summarize(counts);
        var completed = numbers.Succeeded + numbers.Failed;
        var rate = numbers.Throughput;
        return new BatchProgress(
            total,
            completed,
            numbers.Failed,
            counts.Count(static tally => tally.InFlight),
            waiting,
            limit,
            rate,
            total is { } all && rate > 0 ? TimeSpan.FromSeconds((all - completed) / rate) : null);
    }

    private BatchSummary Summarize(Tally[] counts)
    {
        int completed = 0, failed = 0, deduplicated = 0;
        long attempts = 0, throttles = 0;
        var busy = TimeSpan.Zero;
        foreach (var tally in counts)
        {
            completed += tally.Completed;
            failed += tally.Failed;
            deduplicated += tally.Deduplicated;
            attempts += tally.Attempts;
            throttles += tally.Throttles;
            busy += tally.Busy;
        }

        return new BatchSummary
        {
            Succeeded = completed - failed,
            Failed = failed,
            DedupeHits = deduplicated,
            Attempts = attempts,
            Throttles = throttles,
            BusyTime = busy,
            WallTime = clock.GetElapsedTime(started),
        };
    }

    private Tally[] Tallies()
    {
        lock (gate)
            return [.. tallies];
    }
}
