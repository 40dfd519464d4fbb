namespace AwsBatch;

/// <summary>
/// A concurrency that follows what the service bears: up while it answers well, down when it slows or throttles. Every
/// property may be null for its default.
/// </summary>
public sealed record AdaptiveOptions
{
    /// <summary>How many requests are in flight at the start, at least 1; held between the least and the most.</summary>
    /// <value>Default: 8.</value>
    public int? InitialConcurrency { get; init; }

    /// <summary>The least it falls to, at least 1.</summary>
    /// <value>Default: 1.</value>
    public int? MinConcurrency { get; init; }

    /// <summary>The most it grows to, at least <see cref="MinConcurrency"/>.</summary>
    /// <value>Default: 256.</value>
    public int? MaxConcurrency { get; init; }

    /// <summary>
    /// The mean latency to hold, from sending to the answer's headers; more than zero. Null seeks the most throughput
    /// without a queue.
    /// </summary>
    /// <value>Default: null.</value>
    public TimeSpan? TargetLatency { get; init; }
}
