using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;

namespace AwsBatch.Pipeline;

/// <summary>
/// A service's own handlers, such as those that check the MD5 of a queue's messages: they run on the short way too, each
/// where it stands in the SDK's chain.
/// </summary>
internal static class ServiceHandlers
{
    // Of S3. They take part in streams, in S3 Express and in redirects alone, none of which goes the short way.
    private static readonly string[] Idle =
    [
        "AmazonS3ExceptionHandler", "AmazonS3KmsHandler", "AmazonS3RedirectHandler", "S3ExpressPreSigner",
    ];

    /// <summary>A chain like a client's.</summary>
    /// <param name="config">The client's.</param>
    /// <param name="customize">Adds the service's handlers to a chain.</param>
    /// <returns>Its handlers, outermost first; null if the service places its own in a way that is not known here.</returns>
    public static List<IPipelineHandler>? ChainOf(ClientConfig config, Action<RuntimePipeline> customize)
    {
        // The SDK places them by their neighbours: so a chain of its own kind first, and then what the service added to it.
        var chain = new RuntimePipeline(CommonHandlers(config), Logger.EmptyLogger);
        try
        {
            customize(chain);
            return chain.Handlers;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Makes the short way.</summary>
    /// <param name="marshalling">Stands where the SDK's chain marshalls.</param>
    /// <param name="exchange">Stands at its end.</param>
    /// <param name="chain">What <see cref="ChainOf"/> gave; its handlers leave it.</param>
    /// <returns>The first handler.</returns>
    public static IPipelineHandler Around(IPipelineHandler marshalling, IPipelineHandler exchange, List<IPipelineHandler> chain)
    {
        IPipelineHandler? first = null;
        IPipelineHandler? last = null;
        foreach (var handler in chain)
        {
            if (handler is Marshaller)
                Append(marshalling);
            else if (IsOfService(handler))
                Append(handler);
        }

        Append(exchange);
        return first!;

        void Append(IPipelineHandler handler)
        {
            first ??= handler;
            if (last is not null)
                last.InnerHandler = handler;
            handler.OuterHandler = last;
            handler.InnerHandler = null;
            last = handler;
        }
    }

    private static bool IsOfService(IPipelineHandler handler) =>
        handler is not (BaseAuthResolverHandler or BaseEndpointResolver)
        && handler.GetType().Assembly != typeof(RuntimePipeline).Assembly
        && !Idle.Contains(handler.GetType().Name);

    // Innermost first, as the SDK's client has them.
    private static List<IPipelineHandler> CommonHandlers(ClientConfig config) =>
    [
        new HttpHandler<HttpContent>(new HttpRequestMessageFactory(config), config),
        new Unmarshaller(supportsResponseLogging: false),
        new ErrorHandler(Logger.EmptyLogger),
        new CallbackHandler(),
        new Signer(),
        new EndpointDiscoveryHandler(),
        new ChecksumHandler(),
        new RetryHandler(new StandardRetryPolicy(config)),
        new CompressionHandler(),
        new CallbackHandler(),
        new EndpointResolver(),
        new Marshaller(),
        new CallbackHandler(),
        new ErrorCallbackHandler(),
        new MetricsHandler(),
    ];
}
