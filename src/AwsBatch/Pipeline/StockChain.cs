using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsBatch.Pipeline;

/// <summary>The SDK's own chain, for what the lean pipeline leaves to it: the handler in front of it.</summary>
internal sealed class StockChain : PipelineHandler
{
    private readonly Lazy<bool> isAsMade;

    /// <param name="made">The handlers that the SDK puts into it, outermost first.</param>
    // Others put theirs in when the client's constructor is all but through.
    public StockChain(Type[] made) => isAsMade = new(() => Handlers().SequenceEqual(made));

    /// <summary>Whether there are none but the SDK's: those of others, such as tracers, are to see every request.</summary>
    public bool IsAsMade => isAsMade.Value;

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
        return await InvokeAsync<T>(context).ConfigureAwait(false);
    }

    private IEnumerable<Type> Handlers()
    {
        for (var handler = InnerHandler; handler is not null; handler = handler.InnerHandler)
        {
            if (handler is not RouteObserver)
                yield return handler.GetType();
        }
    }
}
