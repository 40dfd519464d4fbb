using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Pipeline;
using AwsBatch.Retries;

namespace AwsBatch.Clients;

/// <summary>Gives the SDK one HTTP client per pool: the items' ids, the pool's circuit breaker, its service's connections.</summary>
internal sealed class PoolHttpClientFactory(BatchServiceDescriptor service, IHttpMessageHandlerFactory handlers, TimeProvider clock)
    : HttpClientFactory
{
    // Connections belong to the handler factory, so nothing here is disposed.
    private readonly Lazy<HttpMessageHandler> connections = new(() => new SigningDates(new ConnectionBreaker(clock)
    {
        InnerHandler = handlers.CreateHandler(ServiceConnections.NameOf(service.Name)),
    }));

    // The SDK asks again for each request.
    private HttpClient? client;

    /// <summary>Sends once, unless the pool's circuit breaker is open.</summary>
    public HttpMessageInvoker CreateInvoker() => new(connections.Value, disposeHandler: false);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client ??= new HttpClient(
        new InvocationIds
        {
            InnerHandler = new HeaderGuard
            {
                InnerHandler = new RedirectReturn { InnerHandler = new AnswerReplay { InnerHandler = connections.Value } },
            },
        },
        disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
