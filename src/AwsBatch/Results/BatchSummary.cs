using System.Globalization;

namespace AwsBatch;

/// <summary>A batch in numbers.</summary>
public sealed record BatchSummary
{
    internal BatchSummary()
    {
    }

    /// <summary>How many requests succeeded.</summary>
    public int Succeeded { get; internal init; }

    /// <summary>How many requests failed.</summary>
    public int Failed { get; internal init; }

    /// <summary>From the call to its end.</summary>
    public TimeSpan WallTime { get; internal init; }

    /// <summary>The sum of the attempts' durations; with <see cref="WallTime"/> it gives the effective concurrency.</summary>
    public TimeSpan BusyTime { get; internal init; }

    /// <summary>How many requests were answered by the answer to an equal one.</summary>
    public int DedupeHits { get; internal init; }

    /// <summary>How many requests were sent on the wire.</summary>
    public long Attempts { get; internal init; }

    /// <summary>How many of the attempts the services refused for their rate.</summary>
    public long Throttles { get; internal init; }

    /// <summary>Finished requests per second.</summary>
    public double Throughput => WallTime > TimeSpan.Zero ? (Succeeded + Failed) / WallTime.TotalSeconds : 0;

    /// <summary>How many requests were in flight on average (Little's law: busy time ÷ wall time).</summary>
    public double EffectiveConcurrency => WallTime > TimeSpan.Zero ? BusyTime / WallTime : 0;

    /// <summary>The numbers in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Succeeded + Failed} requests in {WallTime.TotalSeconds:0.00} s: {Succeeded} succeeded, {Failed} failed, "
        + $"{Throughput:0} calls/s at {EffectiveConcurrency:0.0} in flight, {Attempts} attempts, {Throttles} throttled, {DedupeHits} deduplicated");
}
