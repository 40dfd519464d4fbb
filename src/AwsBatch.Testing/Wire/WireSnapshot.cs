namespace AwsBatch.Testing;

/// <summary>What had gone over the wire at one instant; all numbers are of the same instant.</summary>
/// <param name="Requests">Requests received, the refused ones included.</param>
/// <param name="Connections">TCP connections opened.</param>
/// <param name="OpenConnections">TCP connections open now.</param>
/// <param name="Handshakes">TLS handshakes completed.</param>
/// <param name="InFlight">Requests being answered now.</param>
/// <param name="PeakInFlight">The highest <paramref name="InFlight"/> seen.</param>
/// <param name="Operations">The counts per operation, such as <c>s3:HeadObject</c>; an operation never called is absent.</param>
public sealed record WireSnapshot(
    long Requests,
    long Connections,
    int OpenConnections,
    long Handshakes,
    int InFlight,
    int PeakInFlight,
    IReadOnlyDictionary<string, OperationCount> Operations);

/// <summary>The wire counts of one operation.</summary>
/// <param name="Requests">Requests received, the refused ones included.</param>
/// <param name="InFlight">Requests being answered now.</param>
/// <param name="PeakInFlight">The highest <paramref name="InFlight"/> seen.</param>
public readonly record struct OperationCount(long Requests, int InFlight, int PeakInFlight)
{
    /// <summary>Requests answered with an error, the service's own or a programmed one, the throttled ones included.</summary>
    public long Refused { get; init; }

    /// <summary>Requests refused by a programmed token bucket.</summary>
    public long Throttled { get; init; }

    /// <summary>Requests whose connection was cut on purpose before the answer was complete; some of them may have been done.</summary>
    public long Reset { get; init; }
}
