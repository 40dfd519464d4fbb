using Amazon.Runtime.Endpoints;

namespace AwsBatch.Pipeline;

/// <summary>A call of the SDK's own chain on behalf of the lean pipeline, as what sits inside that chain sees it.</summary>
internal sealed class StockCall
{
    private static readonly AsyncLocal<StockCall?> Ambient = new();

    /// <summary>That of the flow that asks; null outside of such calls.</summary>
    public static StockCall? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>What is to be learnt from the call; null if nothing.</summary>
    public RouteKey? Learns { get; init; }

    /// <summary>From what the endpoint was resolved.</summary>
    public EndpointParameters? EndpointParameters { get; set; }

    /// <summary>The answer that has come already, so that the chain makes of it what it would have made; null to send.</summary>
    public HttpResponseMessage? Answer { get; set; }
}
