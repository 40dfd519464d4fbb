namespace AwsBatch.Pipeline;

/// <summary>What decides, besides a client's configuration, where and how a request goes.</summary>
/// <param name="Request">The request's type, and with it the operation.</param>
/// <param name="EndpointParameter">What of the request its endpoint depends on, such as its bucket; null if nothing.</param>
internal readonly record struct RouteKey(Type Request, string? EndpointParameter);
