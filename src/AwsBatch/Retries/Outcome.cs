namespace AwsBatch.Retries;

/// <summary>What a failed attempt asks of the loop that made it.</summary>
internal enum Outcome
{
    /// <summary>The same request would fail again, or its call has ended: the item ends here.</summary>
    Fail,

    /// <summary>A fault that passes: again after a short back-off, a few times, from the pool's <see cref="RetryBudget"/>.</summary>
    RetryTransient,

    /// <summary>The service refuses the rate: again and again after a long back-off, until the item's total time is over.</summary>
    RetryThrottle,

    /// <summary>The pool's breaker is open, nothing was sent: no attempt; wait as for a throttle, until the item's total time is over.</summary>
    Park,

    /// <summary>The request was addressed or signed wrongly: at once again, once for each <see cref="Correction"/>.</summary>
    ResendCorrected,
}
