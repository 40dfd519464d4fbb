using Amazon.Runtime;

namespace AwsBatch.Pipeline.Tests.Wire;

/// <summary>HTTP for a client of the SDK that ends at a recorder.</summary>
internal sealed class WireHttp(HttpClient client) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
