using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.Clients;

namespace AwsBatch.Pipeline;

/// <summary>The outermost handler: knows which way a request goes.</summary>
/// <param name="routes">What was learnt.</param>
/// <param name="stock">The SDK's own chain.</param>
/// <param name="lean">The first handler of the short way.</param>
internal sealed class LeanHandler(Routes routes, StockChain stock, IPipelineHandler lean) : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        if (Invocation.Current is not { } invocation || context.CSMEnabled || !stock.IsAsMade)
            return stock.InvokeAsync<T>(executionContext);

        var key = invocation.RouteKeyOf(context.OriginalRequest);
        if (!routes.TryGet(key, out var route))
            return stock.LearnAsync<T>(executionContext, key);

        invocation.Route = route;
        return route == Route.Stock ? stock.InvokeAsync<T>(executionContext) : lean.InvokeAsync<T>(executionContext);
    }
}
