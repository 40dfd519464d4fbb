using System.Globalization;

namespace AwsBatch;

/// <summary>One operation in numbers, since the start or the last <see cref="IPerfStats.Reset"/>.</summary>
/// <remarks>
/// Latencies are those of items, successful or failed, that were sent: from the first sending to the end, waits between
/// attempts included. Requests answered by another one's answer, or never sent, such as those without credentials, count but have no latency. All latencies are
/// zero where nothing was sent.
/// </remarks>
public sealed record OperationStats
{
    /// <summary>The service as the AWS CLI names it.</summary>
    public required string Service { get; init; }

    /// <summary>The operation's name in the service's API.</summary>
    public required string Operation { get; init; }

    /// <summary>How many requests have ended, deduplicated ones included.</summary>
    public long Count { get; init; }

    /// <summary>How many of them failed.</summary>
    public long Errors { get; init; }

    /// <summary>How many of the attempts the service refused for their rate.</summary>
    public long Throttles { get; init; }

    /// <summary>How many requests were sent on the wire.</summary>
    public long Attempts { get; init; }

    /// <summary>How many requests were answered by the answer to an equal one.</summary>
    public long Deduplicated { get; init; }

    /// <summary>The mean latency.</summary>
    public TimeSpan Average { get; init; }

    /// <summary>The latency that half of the items did not exceed, within 1 % up to an hour.</summary>
    public TimeSpan P50 { get; init; }

    /// <summary>The latency that 95 % of the items did not exceed, within 1 % up to an hour.</summary>
    public TimeSpan P95 { get; init; }

    /// <summary>The latency that 99 % of the items did not exceed, within 1 % up to an hour.</summary>
    public TimeSpan P99 { get; init; }

    /// <summary>The longest latency, exactly.</summary>
    public TimeSpan Max { get; init; }

    /// <summary>Ended requests per second of the time in which at least one was in flight.</summary>
    public double Throughput { get; init; }

    /// <summary>
    /// How many requests were in flight on average while any was (Little's law: busy time ÷ active time).
    /// </summary>
    public double EffectiveConcurrency { get; init; }

    /// <summary>The numbers in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Service}:{Operation}: {Count} requests, {Errors} failed, {Deduplicated} deduplicated, {Attempts} attempts, "
        + $"{Throttles} throttled, p50 {P50.TotalMilliseconds:0.0} ms, p95 {P95.TotalMilliseconds:0.0} ms, "
        + $"p99 {P99.TotalMilliseconds:0.0} ms, {Throughput:0} calls/s at {EffectiveConcurrency:0.0} in flight");
}
