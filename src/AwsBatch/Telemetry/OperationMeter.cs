using System.Diagnostics;

namespace AwsBatch.Telemetry;

/// <summary>
/// Measures one operation for one service provider. Thread-safe; no call allocates, whether or not anybody listens.
/// </summary>
internal sealed class OperationMeter
{
    private readonly Instruments instruments;
    private readonly ConcurrencyClock concurrency;
    private readonly KeyValuePair<string, object?>[] tags;
    private OperationTotals totals = new();

    /// <param name="service">The service as the AWS CLI names it.</param>
    /// <param name="serviceId">The service as the SDK names it, such as <c>DynamoDB</c>.</param>
    /// <param name="operation">The operation's name in the service's API.</param>
    /// <param name="instruments">Where the measurements go besides the statistics.</param>
    /// <param name="clock">What time it is.</param>
    public OperationMeter(string service, string serviceId, string operation, Instruments instruments, TimeProvider clock)
    {
        Service = service;
        Operation = operation;
        SpanName = $"{serviceId}/{operation}";
        this.instruments = instruments;
        concurrency = new ConcurrencyClock(clock);
        tags =
        [
            new(TelemetryNames.RpcSystem, TelemetryNames.AwsApi),
            new(TelemetryNames.RpcService, serviceId),
            new(TelemetryNames.RpcMethod, operation),
        ];
    }

    public string Service { get; }

    public string Operation { get; }

    public string SpanName { get; }

    public IReadOnlyList<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>How many attempts are under way.</summary>
    public int InFlight => concurrency.InFlight;

    /// <summary>
    /// A worker starts the first of attempts that follow one another closely: up to <see cref="Left"/>, which must follow whatever
    /// happens, it has one in flight. So the time in flight costs a lock as often as work begins and ends, not for each attempt.
    /// </summary>
    /// <param name="now">The clock's timestamp.</param>
    public void Entered(long now) => concurrency.Enter(now);

    /// <summary>The last of a worker's attempts has ended.</summary>
    /// <param name="now">The clock's timestamp of its end.</param>
    public void Left(long now) => concurrency.Leave(now);

    /// <summary>An attempt has ended.</summary>
    /// <param name="latency">From its start.</param>
    /// <param name="error">Why it failed; null if it succeeded.</param>
    /// <param name="sent">Whether it may have left this side; if not, only its time in flight counts.</param>
    public void AttemptEnded(TimeSpan latency, BatchErrorKind? error, bool sent = true)
    {
        if (!sent)
            return;

        var throttled = error == BatchErrorKind.Throttled;
        Volatile.Read(ref totals).Attempt(throttled);
        instruments.Attempts.Add(1, tags);
        if (throttled)
            instruments.Throttles.Add(1, tags);
        if (instruments.AttemptDuration.Enabled)
            instruments.AttemptDuration.Record(latency.TotalSeconds, Tagged(error is { } kind ? ErrorTypes.Of(kind) : null));
    }

    /// <summary>A request that was not deduplicated has its outcome. Call it while the request's span is current.</summary>
    /// <param name="duration">From its first sending to its end.</param>
    /// <param name="attempts">How often it was sent; if never, it has no latency.</param>
    /// <param name="error">Why it failed; null if it succeeded.</param>
    /// <param name="code">The error's code; null if it succeeded.</param>
    /// <param name="pool">The pool it was sent from, where known.</param>
    public void ItemEnded(TimeSpan duration, int attempts, BatchErrorKind? error, string? code, PoolMeter? pool = null)
    {
        var current = Volatile.Read(ref totals);
        if (attempts > 0)
            current.Item(duration, failed: error is not null);
        else
            current.Unsent(1, failed: error is not null);
        if (instruments.CallDuration.Enabled)
        {
            var errorType = error is { } kind ? ErrorTypes.Of(kind, code) : null;
            instruments.CallDuration.Record(duration.TotalSeconds, Tagged(errorType, pool));
        }
    }

    /// <summary>A request was answered by the answer to an equal one.</summary>
    /// <param name="error">The failure the two share; null if they succeeded.</param>
    public void Deduplicated(BatchErrorKind? error)
    {
        Volatile.Read(ref totals).Deduplicated(1, failed: error is not null);
        instruments.DedupeHits.Add(1, tags);
    }

    /// <summary>So many requests were answered by successful answers to equal ones.</summary>
    public void Deduplicated(int count)
    {
        Volatile.Read(ref totals).Deduplicated(count, failed: false);
        instruments.DedupeHits.Add(count, tags);
    }

    /// <returns>The numbers since the last reset; null if there are none.</returns>
    public OperationStats? Read()
    {
        var current = Volatile.Read(ref totals);
        return current.IsEmpty ? null : current.Summarize(Service, Operation, concurrency.Read());
    }

    /// <summary>Starts from zero: an event counts before the reset or after it, whole.</summary>
    public void Reset()
    {
        Volatile.Write(ref totals, new OperationTotals());
        concurrency.Reset();
    }

    private TagList Tagged(string? errorType, PoolMeter? pool = null)
    {
        var list = new TagList(tags);
        if (errorType is not null)
            list.Add(TelemetryNames.ErrorType, errorType);
        pool?.AddServerTo(ref list);
        return list;
    }
}
