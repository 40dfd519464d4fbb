namespace AwsBatch;

/// <summary>
/// How one call runs. Every property may be null and then inherits: from the call to its interface
/// (<see cref="AwsBatchOptions.For{TInterface}"/>) to <see cref="AwsBatchOptions.Defaults"/> to the built-in value.
/// </summary>
public sealed record BatchOptions
{
    /// <summary>
    /// The most requests this call has in flight, over all its pools, at any instant. At least 1, where the requests of a pool
    /// are first sent in their order and pools take turns.
    /// </summary>
    /// <value>Built in: none; each pool's own limiter decides, from 8 in flight between 1 and 256.</value>
    public int? Concurrency { get; init; }

    /// <summary>
    /// A limiter of this call's own, over all its pools, besides theirs: a request needs leave of both, and of
    /// <see cref="Concurrency"/>.
    /// </summary>
    /// <value>Built in: none.</value>
    public AdaptiveOptions? Adaptive { get; init; }

    /// <summary>The most requests this call sends in a second, retries included, evenly spaced. More than zero.</summary>
    /// <value>Built in: no such limit.</value>
    public double? MaxRequestsPerSecond { get; init; }

    /// <summary>
    /// Whether the first failure ends the call with a <see cref="BatchFailedException"/>. Otherwise every request gets
    /// its item, failed or not.
    /// </summary>
    /// <value>Built in: <see langword="false"/>.</value>
    public bool? FailFast { get; init; }

    /// <summary>
    /// Which requests are sent once where several are the same: equal in every parameter, and for the same account, region
    /// and endpoint. The others get the same response. Do not change a request while a call that holds it runs.
    /// </summary>
    /// <value>Built in: <see cref="DedupeMode.ReadOnly"/>.</value>
    public DedupeMode? Dedupe { get; init; }

    /// <summary>
    /// How long after its arrival a response answers the same request of other calls too. Reading it, a caller may see
    /// what held that long ago. More than zero; null in every place: requests are only compared within their own call.
    /// </summary>
    /// <value>Built in: none.</value>
    public TimeSpan? DedupeWindow { get; init; }

    /// <summary>
    /// The longest one attempt may take, from its sending to the answer's headers. More than zero, or
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit but <see cref="TotalTimeout"/>.
    /// </summary>
    /// <value>Built in: 30 seconds.</value>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>
    /// The longest one item may take from its first sending to its end, a consumer's work included; waiting in the
    /// queue before it is not. More than zero, or <see cref="Timeout.InfiniteTimeSpan"/> for as long as timers run, which is
    /// 24 days.
    /// </summary>
    /// <value>Built in: 5 minutes.</value>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>Where the requests go that do not say so themselves.</summary>
    public BatchTarget? Target { get; init; }

    /// <summary>Told how the call advances: at most ten times a second, and once at its end.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }

    internal BatchOptions Over(BatchOptions? fallback) => fallback is null
        ? this
        : new BatchOptions
        {
            Concurrency = Concurrency ?? fallback.Concurrency,
            Adaptive = Adaptive ?? fallback.Adaptive,
            MaxRequestsPerSecond = MaxRequestsPerSecond ?? fallback.MaxRequestsPerSecond,
            FailFast = FailFast ?? fallback.FailFast,
            Dedupe = Dedupe ?? fallback.Dedupe,
            DedupeWindow = DedupeWindow ?? fallback.DedupeWindow,
            AttemptTimeout = AttemptTimeout ?? fallback.AttemptTimeout,
            TotalTimeout = TotalTimeout ?? fallback.TotalTimeout,
            Target = Target?.Over(fallback.Target) ?? fallback.Target,
            Progress = Progress ?? fallback.Progress,
        };
}
