namespace AwsBatch.Testing.Wire;

/// <summary>What became of a request.</summary>
internal enum FlightOutcome
{
    Answered,

    /// <summary>Answered with an error, the service's own or a programmed one.</summary>
    Refused,

    /// <summary>Refused by a token bucket.</summary>
    Throttled,

    /// <summary>Its connection was cut before the answer was complete.</summary>
    Reset,
}
