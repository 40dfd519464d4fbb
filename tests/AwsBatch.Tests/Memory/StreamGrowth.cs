using Amazon.S3.Model;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Memory;

/// <summary>By how much memory grows in a long stream.</summary>
/// <param name="read">Memory in use, in bytes.</param>
internal sealed class StreamGrowth(Func<long> read)
{
    private const int ReadEvery = 10_000;

    /// <summary>From the first so many items to the most that was read after them.</summary>
    /// <param name="count">How many requests.</param>
    /// <param name="mark">After how many items growth begins to count.</param>
    /// <param name="consume">What the reader does with an item.</param>
    public async Task<long> MeasureAsync(int count, int mark, Func<BatchItem, ValueTask> consume)
    {
        await using var provider = CannedS3.Provider();
        var batches = provider.GetRequiredService<IBatchInvoker<IFakeBatch>>();
        var requests = Enumerable.Range(0, count).Select(static number => new GetObjectMetadataRequest { BucketName = "bucket", Key = $"key-{number}" });
        long before = 0, most = 0;
        var items = 0;
        await foreach (var item in batches.StreamAsync(CannedS3.HeadObject, requests, options: null, CancellationToken.None))
        {
            if (!item.IsSuccess)
                throw new InvalidOperationException($"A figure of failures says nothing: {item.Error}");
            await consume(item);
            items++;
            if (items == mark)
                before = most = read();
            else if (items > mark && items % ReadEvery == 0)
                most = Math.Max(most, read());
        }

        return items == count ? Math.Max(most, read()) - before : throw new InvalidOperationException($"{items} items of {count} requests.");
    }
}
