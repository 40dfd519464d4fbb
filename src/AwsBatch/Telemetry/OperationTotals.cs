namespace AwsBatch.Telemetry;

/// <summary>The counts of one operation from one reset to the next. Thread-safe, without locks.</summary>
// Written the whole first, read the part first: no reader sees more errors than requests, or more throttles than attempts.
internal sealed class OperationTotals
{
    private readonly OperationShares shares = new();
    private long unsent;
    private long errors;
    private long throttles;
    private long deduplicated;

    public bool IsEmpty => shares.IsEmpty && Interlocked.Read(ref unsent) == 0;

    public void Attempt(bool throttled)
    {
        shares.Mine.Attempt();
        if (throttled)
            Interlocked.Increment(ref throttles);
    }

    /// <summary>An item that was sent.</summary>
    public void Item(TimeSpan latency, bool failed)
    {
        shares.Mine.Latencies.Record(latency);
        if (failed)
            Interlocked.Increment(ref errors);
    }

    /// <summary>Items that were never sent.</summary>
    public void Unsent(int count, bool failed)
    {
        Interlocked.Add(ref unsent, count);
        if (failed)
            Interlocked.Add(ref errors, count);
    }

    /// <summary>Items that were answered by another's answer.</summary>
    public void Deduplicated(int count, bool failed)
    {
        Unsent(count, failed);
        Interlocked.Add(ref deduplicated, count);
    }

    public OperationStats Summarize(string service, string operation, (double Active, double Busy) time)
    {
        var failed = Interlocked.Read(ref errors);
        var followers = Interlocked.Read(ref deduplicated);
        var refused = Interlocked.Read(ref throttles);
        var (attempts, latency) = shares.Summarize();
        var count = latency.Count + Interlocked.Read(ref unsent);
        return new OperationStats
        {
            Service = service,
            Operation = operation,
            Count = count,
            Errors = failed,
            Throttles = refused,
            Attempts = attempts,
            Deduplicated = followers,
            Average = latency.Average,
            P50 = latency.P50,
            P95 = latency.P95,
            P99 = latency.P99,
            Max = latency.Max,
            Throughput = time.Active > 0 ? count / time.Active : 0,
            EffectiveConcurrency = time.Active > 0 ? time.Busy / time.Active : 0,
        };
    }
}
