namespace AwsBatch.Retries;

/// <summary>What a failed attempt means for the next one.</summary>
internal readonly record struct Failure(Outcome Outcome)
{
    /// <summary>What <see cref="Outcome.ResendCorrected"/> corrects.</summary>
    public Correction Correction { get; init; }

    /// <summary>The region to go to, with <see cref="Correction.Region"/>.</summary>
    public string? Region { get; init; }

    /// <summary>How long the other side asks to wait.</summary>
    public RetryAfter? RetryAfter { get; init; }

    /// <summary>
    /// Whether the request may have been carried out though no whole answer came. It is then sent again only as
    /// <see cref="ResendRule"/> allows. An error that the service answered is no lost answer.
    /// </summary>
    public bool AnswerLost { get; init; }

    /// <summary>Whether a throttle may be a quota that waiting does not cure: it then has as few attempts as a transient.</summary>
    public bool MayBeLasting { get; init; }
}
