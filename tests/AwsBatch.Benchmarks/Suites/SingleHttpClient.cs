using Amazon.Runtime;

namespace AwsBatch.Benchmarks.Suites;

/// <summary>Has a client of the SDK send through this HTTP client.</summary>
internal sealed class SingleHttpClient(HttpClient client) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
