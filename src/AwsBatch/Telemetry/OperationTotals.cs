namespace AwsBatch.Telemetry;

/// <summary>The counts of one operation from one reset to the next. Thread-safe, without locks.</summary>
// Written the whole first, read the part first: no reader sees more errors than requests, or more throttles than attempts.
internal sealed class OperationTotals
{
    private readonly LatencyHistogram latencies = new();
    private long ended;
    private long errors;
    private long attempts;
    private long throttles;
    private long deduplicated;

    public bool IsEmpty => Interlocked.Read(ref ended) == 0 && Interlocked.Read(ref attempts) == 0;

    public void Attempt(bool throttled)
    {
        Interlocked.Increment(ref attempts);
        if (throttled)
            Interlocked.Increment(ref throttles);
    }

    public void Item(bool failed)
    {
        Interlocked.Increment(ref ended);
        if (failed)
            Interlocked.Increment(ref errors);
    }

    public void Latency(TimeSpan latency) => latencies.Record(latency);

    public void Deduplicated(bool failed)
    {
        Item(failed);
        Interlocked.Increment(ref deduplicated);
    }

    public OperationStats Summarize(string service, string operation, (double Active, double Busy) time)
    {
        var latency = latencies.Summarize();
        var failed = Interlocked.Read(ref errors);
        var followers = Interlocked.Read(ref deduplicated);
        var refused = Interlocked.Read(ref throttles);
        var count = Interlocked.Read(ref ended);
        return new OperationStats
        {
            Service = service,
            Operation = operation,
            Count = count,
            Errors = failed,
            Throttles = refused,
            Attempts = Interlocked.Read(ref attempts),
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
