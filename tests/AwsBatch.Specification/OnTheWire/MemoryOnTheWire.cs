using Amazon.S3.Model;
using AwsBatch.Testing;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>Requirement 7: memory-safe parallel execution. The figures are the benchmarks'; here is what the scenario asks for.</summary>
public sealed class MemoryOnTheWire
{
    [Fact]
    public async Task Memory_limit_enforcement()
    {
        const long Allowed = 500L << 20;
        await using var world = await World.StartAsync();
        for (var number = 0; number < 100; number++)
            world.Endpoint.S3.Put(World.Bucket, $"large/{number:0000}", "");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = new Peak();

        var listings = await world.S3.ListObjectsV2BatchAsync(
            Enumerable.Range(0, 1_000).Select(_ => new ListObjectsV2Request { BucketName = World.Bucket, Prefix = "large/" }),
            new BatchOptions { Concurrency = 20, Dedupe = DedupeMode.Off, Progress = peak });

        Assert.Equal(1_000, listings.Succeeded.Count);
        Assert.Equal(100_000, listings.Sum(item => item.EnsureSuccess().S3Objects.Count));
        Assert.InRange(peak.Bytes - before, 1, Allowed);
    }

    [Fact]
    public async Task Under_pressure_one_request_at_a_time_goes_on()
    {
        // Any heap is over this limit.
        await using var world = await World.StartAsync(configure: static (aws, _) => aws.MemoryLimit = 1);
        world.Endpoint.On("s3:HeadObject").Latency = LatencyDistribution.Constant(TimeSpan.FromMilliseconds(5));

        var heads = await world.S3.HeadObjectBatchAsync(
            Enumerable.Range(0, 20).Select(number => new GetObjectMetadataRequest { BucketName = World.Bucket, Key = $"key-{number}" }),
            new BatchOptions { Concurrency = 8 });

        Assert.Equal(20, heads.Succeeded.Count);
        Assert.InRange(world.Endpoint.Wire.PeakInFlight, 1, 2);
    }

    private sealed class Peak : IProgress<BatchProgress>
    {
        public long Bytes { get; private set; }

        public void Report(BatchProgress value) => Bytes = Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: false));
    }
}
