namespace AwsBatch.Retries;

/// <summary>What to put right before a request is sent again.</summary>
internal enum Correction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The clock is wrong. The SDK has noted the difference from the answer and signs the next request with it.</summary>
    Clock,

    /// <summary>The credentials have expired before their time: renew them.</summary>
    Credentials,

    /// <summary>The bucket lies in another region: use the pool of <see cref="Failure.Region"/>.</summary>
    Region,

    /// <summary>HTTP 421, the connection led to a server that is not responsible: another one may.</summary>
    Connection,
}
