using System.Collections.Concurrent;

namespace AwsBatch.Retries;

/// <summary>The regions of buckets that turned out to lie elsewhere, so that only the first request goes astray.</summary>
internal sealed class BucketRegions
{
    // Some hundred kilobytes. A full map is emptied: what is still in use is learnt again for one request each.
    private const int Capacity = 4096;

    private readonly ConcurrentDictionary<Key, string> regions = new();
    private int count;

    /// <summary>Whether no bucket was found elsewhere yet.</summary>
    public bool IsEmpty => Volatile.Read(ref count) == 0;

    /// <summary>The target of the bucket's region.</summary>
    /// <param name="target">Where a request would go, nothing left to inherit.</param>
    /// <param name="bucket">The request's bucket.</param>
    /// <returns>The target itself if nothing else is known.</returns>
    public BatchTarget Correct(BatchTarget target, string? bucket) =>
        bucket is not null && regions.TryGetValue(Key.Of(target, bucket), out var region) && region != target.Region
            ? target with { Region = region }
            : target;

    /// <summary>Notes where a bucket lies; what was known before is forgotten, since buckets can be made anew.</summary>
    public void Learn(BatchTarget target, string bucket, string region)
    {
        var key = Key.Of(target, bucket);
        if (regions.TryAdd(key, region))
        {
            if (Interlocked.Increment(ref count) <= Capacity)
                return;
            regions.Clear();
            Volatile.Write(ref count, 1);
        }

        regions[key] = region;
    }

    // Not by region: that is what was wrong. The same name can be two buckets behind two endpoints or in two partitions.
    private readonly record struct Key(string? Profile, string? EndpointUrl, string Bucket)
    {
        public static Key Of(BatchTarget target, string bucket) => new(target.Profile, target.EndpointUrl, bucket);
    }
}
