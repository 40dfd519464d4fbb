using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsBatch.Pipeline;

/// <summary>The SDK's own chain, for what the lean pipeline leaves to it.</summary>
internal sealed class StockChain(IPipelineHandler outermost)
{
    /// <summary>Sends a request as if there were no other pipeline.</summary>
    public Task<T> InvokeAsync<T>(IExecutionContext context)
        where T : AmazonWebServiceResponse, new() => outermost.InvokeAsync<T>(context);

    /// <summary>Sends a request, and has the chain's decisions noted.</summary>
    public Task<T> LearnAsync<T>(IExecutionContext context, RouteKey key)
        where T : AmazonWebServiceResponse, new() => InvokeAsync<T>(context, new StockCall { Learns = key });

    /// <summary>Lets the chain make of an answer what it makes of it: for what is no success, its exception.</summary>
    public Task<T> ReplayAsync<T>(IExecutionContext context, HttpResponseMessage answer)
        where T : AmazonWebServiceResponse, new() => InvokeAsync<T>(context, new StockCall { Answer = answer });

    // Asynchronous, so that what is set for the call ends with it.
    private async Task<T> InvokeAsync<T>(IExecutionContext context, StockCall call)
        where T : AmazonWebServiceResponse, new()
    {
        StockCall.Current = call;
        return await outermost.InvokeAsync<T>(context).ConfigureAwait(false);
    }
}
