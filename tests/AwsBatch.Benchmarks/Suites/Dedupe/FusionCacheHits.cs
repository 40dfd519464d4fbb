using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Benchmarks.Processes;
using ZiggyCreatures.Caching.Fusion;

namespace AwsBatch.Benchmarks.Suites.Dedupe;

/// <summary>Answers from FusionCache.</summary>
internal sealed class FusionCacheHits(EndpointProcess endpoint) : IDisposable
{
    private static readonly FusionCacheEntryOptions Options = new(TimeSpan.FromHours(1));

    private readonly IAmazonS3 s3 = SdkClients.Create<IAmazonS3>(endpoint);
    private readonly FusionCache cache = new(new FusionCacheOptions());

    public async Task OneByOneAsync(GetObjectMetadataRequest[] requests)
    {
        var results = new GetObjectMetadataResponse[requests.Length];
        for (var index = 0; index < requests.Length; index++)
        {
            var request = requests[index];
            var remembered = await cache.GetOrSetAsync<RememberedResponse>(
                RememberedResponse.KeyOf(request),
                async (_, cancellationToken) => await RememberedResponse.FetchAsync(s3, request, cancellationToken),
                Options);
            results[index] = remembered.Response;
        }
    }

    public void Dispose()
    {
        cache.Dispose();
        s3.Dispose();
    }
}
