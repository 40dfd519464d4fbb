namespace AwsBatch.Deduplication;

/// <summary>What makes two requests of different calls the same.</summary>
/// <param name="Scope">
/// Everything outside the request that decides its answer: credentials, region, endpoint, service, operation. Compared by
/// its own Equals, so that two accounts or two regions never share.
/// </param>
/// <param name="Request">The request, compared by its generated identity.</param>
internal readonly record struct FlightKey<TRequest>(object Scope, TRequest Request);

/// <summary>Compares keys by scope and by a request's identity.</summary>
internal sealed class FlightKeyComparer<TRequest>(IEqualityComparer<TRequest> requests) : IEqualityComparer<FlightKey<TRequest>>
{
    public bool Equals(FlightKey<TRequest> x, FlightKey<TRequest> y) =>
        x.Scope.Equals(y.Scope) && requests.Equals(x.Request, y.Request);

    public int GetHashCode(FlightKey<TRequest> key) =>
        HashCode.Combine(key.Scope.GetHashCode(), requests.GetHashCode(key.Request!));
}
