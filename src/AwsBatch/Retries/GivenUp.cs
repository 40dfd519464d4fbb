namespace AwsBatch.Retries;

/// <summary>Why a failed request is not sent again.</summary>
internal enum GivenUp
{
    /// <summary>It is, or the failure itself says that it would fail again.</summary>
    No,

    /// <summary>It has failed as often as one may.</summary>
    AttemptsSpent,

    /// <summary>So many requests of its pool fail that retries are held back.</summary>
    BudgetSpent,

    /// <summary>Its answer was lost, and to carry it out twice would not be the same as once.</summary>
    OutcomeUnknown,

    /// <summary>Its body was read and cannot be read again.</summary>
    BodySpent,
}
