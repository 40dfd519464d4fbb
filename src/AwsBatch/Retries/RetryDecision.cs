namespace AwsBatch.Retries;

/// <summary>Whether a failed request is sent again, and when.</summary>
internal readonly record struct RetryDecision
{
    private RetryDecision(bool again, TimeSpan delay, GivenUp givenUp)
    {
        Again = again;
        Delay = delay;
        GivenUp = givenUp;
    }

    public bool Again { get; }

    /// <summary>How long to wait first; the item's total time may be over before.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Why it is not sent again, if the failure itself does not say so.</summary>
    public GivenUp GivenUp { get; }

    public static RetryDecision After(TimeSpan delay) => new(true, delay, GivenUp.No);

    public static RetryDecision Stop(GivenUp reason = GivenUp.No) => new(false, default, reason);
}
