using System.Diagnostics;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Memory;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites.Memory;

/// <summary>By how much this process, fresh, grows in listing large buckets: its peak, beyond what the results are in the end.</summary>
/// <param name="count">How many listings.</param>
internal sealed class ListingGrowth(int count)
{
    private const int Concurrency = 20;

    public async Task<long> OfBatchAsync(PipelineMode pipeline)
    {
        await using var provider = CannedS3.Provider(pipeline);
        var batches = provider.GetRequiredService<IBatchInvoker<IFakeBatch>>();
        return await MeasureAsync(async count => await batches.BatchAsync(
            CannedS3.ListObjectsV2,
            Enumerable.Range(0, count).Select(Request),
            new BatchOptions { Concurrency = Concurrency },
            CancellationToken.None) is { Failed: [] } results
            ? results
            : throw new InvalidMeasurementException("A listing failed."));
    }

    /// <summary>What users write otherwise.</summary>
    public async Task<long> OfLoopAsync()
    {
        using var http = new HttpClient(new CannedS3());
        using var client = SdkClients.Create<IAmazonS3>(new Uri("http://canned.invalid"), new SingleHttpClient(http));
        return await MeasureAsync(async count => await Loops.ForEachAsync(
            count, Concurrency, (number, cancellationToken) => client.ListObjectsV2Async(Request(number), cancellationToken), CancellationToken.None));
    }

    private async Task<long> MeasureAsync(Func<int, Task<object>> list)
    {
        await list(1);
        var before = Environment.WorkingSet;
        object? results = await list(count);
        // Else this goes on within the call that has listed last, whose stack still holds the results.
        await Task.Yield();

        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        if (peak < before)
            throw new InvalidMeasurementException("This system does not tell the peak of a process.");
        var held = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(results);
        results = null;
        return peak - before - (held - GC.GetTotalMemory(forceFullCollection: true));
    }

    private static ListObjectsV2Request Request(int number) => new() { BucketName = "bucket", Prefix = $"prefix-{number}" };
}
