using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Benchmarks.Processes;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites.Dedupe;

/// <summary>Answers from the platform's cache.</summary>
internal sealed class HybridCacheHits : IAsyncDisposable
{
    private static readonly HybridCacheEntryOptions Options = new() { Expiration = TimeSpan.FromHours(1), LocalCacheExpiration = TimeSpan.FromHours(1) };

    private readonly IAmazonS3 s3;
    private readonly ServiceProvider provider;
    private readonly HybridCache cache;

    public HybridCacheHits(EndpointProcess endpoint)
    {
        s3 = SdkClients.Create<IAmazonS3>(endpoint);
        var services = new ServiceCollection();
        services.AddHybridCache();
        provider = services.BuildServiceProvider();
        cache = provider.GetRequiredService<HybridCache>();
    }

    public async Task OneByOneAsync(GetObjectMetadataRequest[] requests)
    {
        var results = new GetObjectMetadataResponse[requests.Length];
        for (var index = 0; index < requests.Length; index++)
        {
            var remembered = await cache.GetOrCreateAsync(
                RememberedResponse.KeyOf(requests[index]),
                (s3, requests[index]),
                static (state, cancellationToken) => RememberedResponse.FetchAsync(state.s3, state.Item2, cancellationToken),
                Options);
            results[index] = remembered.Response;
        }
    }

    public ValueTask DisposeAsync()
    {
        s3.Dispose();
        return provider.DisposeAsync();
    }
}
