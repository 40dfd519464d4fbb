namespace AwsBatch.Cli.Observation;

/// <summary>A run as it was: what reports and statistics are made of. It does not change any more.</summary>
internal sealed record RunRecord
{
    /// <summary>Of the tool.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>How it was run, in the words of the command line, secrets left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    /// <summary>How it went on, one sample after the other without gaps.</summary>
    public required IReadOnlyList<RunSample> Samples { get; init; }

    /// <summary>By service and operation.</summary>
    public required IReadOnlyList<OperationRecord> Operations { get; init; }

    /// <summary>The most frequent first.</summary>
    public required IReadOnlyList<ErrorGroup> Errors { get; init; }

    /// <summary>The slowest first.</summary>
    public required IReadOnlyList<SlowItem> Slowest { get; init; }

    public long Completed => Operations.Sum(static operation => operation.Count);

    public long Failed => Operations.Sum(static operation => operation.Failed);
}

/// <summary>A stretch of a run.</summary>
/// <param name="At">When it began, from the run's start.</param>
/// <param name="Length">How long it was.</param>
/// <param name="Completed">How many requests ended in it, failed or not.</param>
/// <param name="Failed">How many of those failed.</param>
/// <param name="Throttles">How many attempts the services refused for their rate.</param>
/// <param name="InFlight">The most that were in flight.</param>
/// <param name="Limit">What might have been in flight at its end.</param>
/// <param name="Parked">The most that waited for another attempt, or for an equal request's answer.</param>
internal sealed record RunSample(
    TimeSpan At, TimeSpan Length, long Completed, long Failed, long Throttles, int InFlight, int Limit, int Parked)
{
    /// <summary>This one and the one that follows it.</summary>
    public RunSample With(RunSample next) => new(
        At,
        Length + next.Length,
        Completed + next.Completed,
        Failed + next.Failed,
        Throttles + next.Throttles,
        Math.Max(InFlight, next.InFlight),
        next.Limit,
        Math.Max(Parked, next.Parked));
}

/// <summary>One operation in a run.</summary>
/// <param name="Name">Service and operation.</param>
/// <param name="Count">How many requests ended.</param>
/// <param name="Failed">How many of those failed.</param>
/// <param name="Deduplicated">How many were answered by the answer to an equal one.</param>
/// <param name="Attempts">How many requests were sent on the wire.</param>
/// <param name="Throttles">How many of the attempts the service refused for their rate.</param>
/// <param name="Latencies">Of requests that were sent, from the first sending to the end.</param>
internal sealed record OperationRecord(
    OperationName Name, long Count, long Failed, long Deduplicated, long Attempts, long Throttles, LatencyHistogram Latencies);

/// <summary>Failures of one operation with one code.</summary>
/// <param name="Name">Service and operation.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Example">The first of them in one line, with key parameters and no secret.</param>
/// <param name="Index">The request's place in the input.</param>
internal sealed record ErrorGroup(OperationName Name, string Code, long Count, string Example, int Index);

/// <summary>A request that took long.</summary>
/// <param name="Index">Its place in the input.</param>
/// <param name="Id">What the user knows it by; null if not given.</param>
/// <param name="Request">Service, operation and key parameters, no secret among them.</param>
/// <param name="Duration">From the first sending to the end.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Code">The error's code; null if it succeeded.</param>
/// <param name="Error">Why it failed; null if it succeeded.</param>
internal sealed record SlowItem(int Index, string? Id, string Request, TimeSpan Duration, int Attempts, string? Code, string? Error);
