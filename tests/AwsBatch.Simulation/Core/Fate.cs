namespace AwsBatch.Simulation.Core;

/// <summary>What becomes of an attempt.</summary>
internal enum Fate
{
    Answer,

    /// <summary>The service refuses the rate.</summary>
    Throttle,

    /// <summary>HTTP 500.</summary>
    ServerError,

    /// <summary>The service refuses the request itself.</summary>
    Denial,

    /// <summary>No connection could be made.</summary>
    ResetBeforeSend,

    /// <summary>The connection ended under the request.</summary>
    ResetAfterSend,

    /// <summary>No answer ever comes.</summary>
    Silence,

    /// <summary>The answer begins and breaks off; where nobody reads a body, like <see cref="ResetAfterSend"/>.</summary>
    Truncation,

    /// <summary>The service finds this side's clock wrong.</summary>
    ClockSkew,

    /// <summary>The service finds the credentials expired.</summary>
    ExpiredCredentials,

    /// <summary>The SDK throws at the call, before anything is sent.</summary>
    Rejection,
}
