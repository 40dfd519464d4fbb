using Amazon.S3.Model;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Memory;

/// <summary>By how much memory grows in long calls.</summary>
/// <param name="read">Memory in use, in bytes.</param>
internal sealed class MemoryGrowth(Func<long> read)
{
    private const int ReadEvery = 10_000;

    /// <summary>A stream: from the first so many items to the most that was read after them.</summary>
    /// <param name="count">How many requests.</param>
    /// <param name="mark">After how many items growth begins to count.</param>
    /// <param name="consume">What the reader does with an item.</param>
    public async Task<long> OfStreamAsync(int count, int mark, Func<BatchItem, ValueTask> consume)
    {
        await using var provider = CannedS3.Provider();
        var requests = Enumerable.Range(0, count).Select(static number => new GetObjectMetadataRequest { BucketName = "bucket", Key = $"key-{number}" });
        long before = 0, most = 0;
        var items = 0;
        await foreach (var item in Batches(provider).StreamAsync(CannedS3.HeadObject, requests, options: null, CancellationToken.None))
        {
            Expect(item);
            await consume(item);
            items++;
            if (items == mark)
                before = most = read();
            else if (items > mark && items % ReadEvery == 0)
                most = Math.Max(most, read());
        }

        return items == count ? Math.Max(most, read()) - before : throw new InvalidOperationException($"{items} items of {count} requests.");
    }

    /// <summary>A batch of large listings: the most that was in use on the way, beyond what its results are in the end.</summary>
    /// <param name="count">How many listings.</param>
    public async Task<long> OfListingsAsync(int count)
    {
        await using var provider = CannedS3.Provider();
        Expect((await ListAsync(provider, 1, progress: null))[0]);
        var before = read();
        var peak = new Peak(read);

        var results = await ListAsync(provider, count, peak);

        foreach (var item in results)
            Expect(item);
        var held = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(results);
        results = null;
        return peak.Bytes - before - (held - GC.GetTotalMemory(forceFullCollection: true));
    }

    private static Task<BatchResult<ListObjectsV2Request, ListObjectsV2Response>> ListAsync(
        IServiceProvider provider, int count, IProgress<BatchProgress>? progress) =>
        Batches(provider).BatchAsync(
            CannedS3.ListObjectsV2,
            Enumerable.Range(0, count).Select(static number => new ListObjectsV2Request { BucketName = "bucket", Prefix = $"prefix-{number}" }),
            new BatchOptions { Concurrency = 20, Progress = progress },
            CancellationToken.None);

    private static IBatchInvoker<IFakeBatch> Batches(IServiceProvider provider) => provider.GetRequiredService<IBatchInvoker<IFakeBatch>>();

    private static void Expect(BatchItem item)
    {
        if (!item.IsSuccess)
            throw new InvalidOperationException($"A figure of failures says nothing: {item.Error}");
    }

    private sealed class Peak(Func<long> read) : IProgress<BatchProgress>
    {
        public long Bytes { get; private set; }

        public void Report(BatchProgress value) => Bytes = Math.Max(Bytes, read());
    }
}
