using Amazon.Runtime.Endpoints;

namespace AwsBatch.Pipeline;

/// <summary>A service's endpoint rules, and from what they were last asked for an endpoint.</summary>
internal sealed class ObservedEndpoints(IEndpointProvider rules) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (StockCall.Current is { } call)
            call.EndpointParameters = parameters;
        return rules.ResolveEndpoint(parameters);
    }
}
