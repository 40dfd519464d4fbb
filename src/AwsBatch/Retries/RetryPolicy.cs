namespace AwsBatch.Retries;

/// <summary>How long to wait before the next attempt: exponential, with jitter, by AWS's retry behaviour 2.1.</summary>
/// <param name="jitter">Gives numbers in [0, 1), evenly spread and safe to ask from many threads; 1 for no jitter.</param>
internal sealed class RetryPolicy(Func<double> jitter)
{
    /// <summary>The wait before the retry of a failure.</summary>
    /// <param name="rules">The service's constants.</param>
    /// <param name="failure">A throttle, a transient or an open breaker.</param>
    /// <param name="retry">Which retry of its kind it is, from 1.</param>
    public TimeSpan Delay(RetryRules rules, in Failure failure, int retry)
    {
        var backoff = failure.Outcome == Outcome.RetryTransient
            ? Exponential(rules.TransientBase, rules.MaxBackoff, retry) * jitter()
            // Full jitter would send one in ten throttled requests back within a tenth of the time.
            : Exponential(rules.ThrottleBase, rules.MaxBackoff, retry) * (0.5 + 0.5 * jitter());
        return failure.RetryAfter?.Over(backoff) ?? backoff;
    }

    // base · 2^(retry − 1), the cap before the jitter; the exponent is bounded, since throttles come without end.
    private static TimeSpan Exponential(TimeSpan start, TimeSpan cap, int retry)
    {
        var grown = start * Math.Pow(2, Math.Min(retry - 1, 30));
        return grown < cap ? grown : cap;
    }
}
