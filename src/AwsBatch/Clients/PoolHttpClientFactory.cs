using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;
using Microsoft.Extensions.Http.Resilience;

namespace AwsBatch.Clients;

/// <summary>Gives the SDK one HTTP client per pool: the items' ids, the pool's circuit breaker, its service's connections.</summary>
internal sealed class PoolHttpClientFactory(BatchServiceDescriptor service, IHttpMessageHandlerFactory handlers, TimeProvider clock)
    : HttpClientFactory
{
    // The SDK asks again for each request; connections belong to the handler factory, so nothing here is disposed.
    private readonly Lazy<HttpClient> client = new(() =>
    {
        var breaker = new ResilienceHandler(ConnectionBreaker.Create(clock))
        {
            InnerHandler = new RedirectReturn { InnerHandler = handlers.CreateHandler(ServiceConnections.NameOf(service)) },
        };
        return new HttpClient(new InvocationIds { InnerHandler = breaker }, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    });

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client.Value;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
