using Amazon.S3.Model;
using AwsBatch.Benchmarks.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites.Dedupe;

/// <summary>Answers from AwsBatch's window, through the generated interface.</summary>
internal sealed class WindowHits(EndpointProcess endpoint) : IAsyncDisposable
{
    private readonly ServiceProvider provider = AwsBatchProviders.Create(
        endpoint, static options => options.Defaults = new BatchOptions { DedupeWindow = TimeSpan.FromHours(1) });

    private IS3Batch S3 => provider.GetRequiredService<IS3Batch>();

    public async Task BatchAsync(GetObjectMetadataRequest[] requests)
    {
        var results = await S3.HeadObjectBatchAsync(requests);
        if (results.Failed is [var item, ..])
            throw new InvalidOperationException(item.Error!.ToString());
    }

    public async Task OneByOneAsync(GetObjectMetadataRequest[] requests)
    {
        var s3 = S3;
        var results = new GetObjectMetadataResponse[requests.Length];
        for (var index = 0; index < requests.Length; index++)
            results[index] = await s3.HeadObjectAsync(requests[index]);
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
