namespace AwsBatch.Retries;

/// <summary>How long the other side asks to wait before the next attempt.</summary>
/// <param name="Wait">The time asked for, not negative.</param>
/// <param name="IsClamped">
/// Whether it holds only within <see cref="Margin"/> above the computed back-off, as AWS's rules have it for
/// <c>x-amz-retry-after</c>; HTTP's own <c>Retry-After</c> has no such bound.
/// </param>
internal readonly record struct RetryAfter(TimeSpan Wait, bool IsClamped)
{
    /// <summary>AWS's retry behaviour 2.1: no more than this above the computed back-off.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>The wait that satisfies both the other side and the back-off: never shorter than the latter.</summary>
    public TimeSpan Over(TimeSpan backoff)
    {
        if (Wait <= backoff)
            return backoff;
        return IsClamped && Wait - backoff > Margin ? backoff + Margin : Wait;
    }
}
