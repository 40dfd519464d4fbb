using System.ComponentModel;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.Pipeline;

namespace AwsBatch.CompilerServices;

/// <summary>
/// The pipeline of a client that puts one handler in front of the SDK's chain. What does not qualify goes on through that
/// chain; so does the first request of each route, from which the handler learns what the chain decides.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LeanPipeline
{
    private readonly ClientConfig config;
    private readonly HttpMessageInvoker connections;
    private readonly TimeProvider clock;

    internal LeanPipeline(ClientConfig config, HttpMessageInvoker connections, TimeProvider clock)
    {
        this.config = config;
        this.connections = connections;
        this.clock = clock;
        config.EndpointProvider = new ObservedEndpoints(config.EndpointProvider);
    }

    /// <summary>
    /// Whether a client asks of its chain nothing that this one leaves out: the SDK's own logs, metrics and traces, and in a
    /// function of AWS Lambda the trace of the invocation, of which a function that starts has none yet.
    /// </summary>
    internal static bool Suits(ClientConfig config) =>
        config is { LogMetrics: false, LogResponse: false, EndpointDiscoveryEnabled: false, EndpointProvider: not null }
        && AWSConfigs.LoggingConfig.LogResponses == ResponseLoggingOption.Never
        && IsOfCore(config.TelemetryProvider.TracerProvider)
        && IsOfCore(config.TelemetryProvider.MeterProvider)
        && config.AuthSchemePreference is null or { Count: 0 }
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"))
        && RequestWishes.CanRead;

    /// <summary>Puts the handler outermost.</summary>
    /// <param name="pipeline">The SDK's chain, complete.</param>
    /// <param name="customize">Adds the handlers of the service to a chain, as was done with this one.</param>
    public void Attach(RuntimePipeline pipeline, Action<RuntimePipeline> customize)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(customize);
        if (ServiceHandlers.ChainOf(config, customize) is not { } made)
            return;

        var stock = new StockChain([.. made.Select(static handler => handler.GetType())]);
        var signer = new RequestSigner();
        var exchange = new Exchange(connections, stock, signer, new SigningClock(clock, config));
        var lean = ServiceHandlers.Around(new Marshalling(stock), exchange, made);
        var routes = new Routes();
        pipeline.AddHandlerBefore<HttpHandler<HttpContent>>(new RouteObserver(routes, signer));
        pipeline.AddHandler(stock);
        pipeline.AddHandler(new LeanHandler(routes, stock, lean));
    }

    // Those that do nothing; others come from elsewhere.
    private static bool IsOfCore(object provider) => provider.GetType().Assembly == typeof(ClientConfig).Assembly;
}
