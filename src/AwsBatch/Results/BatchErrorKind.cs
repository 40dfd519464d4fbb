namespace AwsBatch;

/// <summary>What went wrong, as far as it matters for what to do next.</summary>
public enum BatchErrorKind
{
    /// <summary>The service answered with an error of its own.</summary>
    Service,

    /// <summary>The service refused the rate of calls.</summary>
    Throttled,

    /// <summary>The attempt's or the item's time was over.</summary>
    Timeout,

    /// <summary>The call was cancelled, or ended by another item's failure, before this item had its answer.</summary>
    Canceled,

    /// <summary>The request never got an answer: name resolution, connection, TLS or a broken transfer.</summary>
    Network,

    /// <summary>This side refused: the SDK its request, or a consumer its response.</summary>
    Validation,
}
