using System.Collections.Concurrent;
using Amazon.S3.Model;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>Requirement 3: adaptive concurrency based on response times.</summary>
public sealed class AdaptiveConcurrencyOnTheWire
{
    [Fact]
    public async Task Concurrency_increase_for_fast_operations()
    {
        await using var world = await World.StartAsync();
        world.Endpoint.On("s3:HeadObject").Latency = LatencyDistribution.Constant(TimeSpan.FromMilliseconds(20));
        await WarmUpAsync(world);
        var limits = new Limits();

        var heads = await HeadAsync(world, 100, initial: 5, target: TimeSpan.FromMilliseconds(500), limits);

        Assert.Equal(100, heads.Succeeded.Count);
        Assert.True(limits.Highest > 5, $"The limit did not rise above {limits.Highest}.");
        Assert.True(world.Endpoint.Wire["s3:HeadObject"].PeakInFlight > 5);
        Assert.InRange(world.Services.GetRequiredService<IPerfStats>().Snapshot()["s3:HeadObject"].Average, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task Concurrency_decrease_for_slow_operations()
    {
        await using var world = await World.StartAsync();
        world.Endpoint.On("s3:HeadObject").Latency = LatencyDistribution.Queue(servers: 2, TimeSpan.FromMilliseconds(50));

        var heads = await HeadAsync(world, 20, initial: 20, target: TimeSpan.FromMilliseconds(100));

        Assert.Equal(20, heads.Succeeded.Count);
    }

    [Fact]
    public async Task A_service_that_slows_down_is_asked_less_until_it_meets_the_target()
    {
        // 80 a second at most: at 100 ms eight are in flight, and twenty take a quarter of a second.
        var target = TimeSpan.FromMilliseconds(100);
        await using var world = await World.StartAsync();
        await WarmUpAsync(world);
        var inFlight = new List<int>();
        var head = world.Endpoint.On("s3:HeadObject").Observe(_ => inFlight.Add(world.Endpoint.Wire.InFlight));
        head.Latency = LatencyDistribution.Queue(servers: 2, TimeSpan.FromMilliseconds(25));
        var durations = new ConcurrentQueue<TimeSpan>();

        await foreach (var item in world.S3.HeadObjectStreamAsync(Requests(400), Options(initial: 20, target)))
        {
            Assert.True(item.IsSuccess, item.Error?.ToString());
            durations.Enqueue(item.Duration);
        }

        int early = inFlight.Take(100).Max(), late = inFlight.TakeLast(100).Max();
        Assert.Equal(400, durations.Count);
        Assert.True(late < early && late <= 12, $"In flight were at most {early} early and {late} late.");

        // The median, since a busy machine adds to some of them.
        var median = durations.TakeLast(100).Order().ElementAt(50);
        Assert.True(median < 1.2 * target, $"The late median was {median.TotalMilliseconds:0} ms.");
    }

    // The first call of a process compiles the SDK's way; it is not the service's latency.
    private static async Task WarmUpAsync(World world)
    {
        Assert.Equal(8, (await HeadAsync(world, 8, initial: 4, target: TimeSpan.FromSeconds(10))).Succeeded.Count);
        world.Services.GetRequiredService<IPerfStats>().Reset();
        world.Endpoint.Wire.Reset();
    }

    private static Task<BatchResult<GetObjectMetadataRequest, GetObjectMetadataResponse>> HeadAsync(
        World world, int count, int initial, TimeSpan target, Limits? limits = null) =>
        world.S3.HeadObjectBatchAsync(Requests(count), Options(initial, target) with { Progress = limits });

    private static IEnumerable<GetObjectMetadataRequest> Requests(int count) =>
        Enumerable.Range(0, count).Select(number => new GetObjectMetadataRequest { BucketName = World.Bucket, Key = $"key-{number % 20}" });

    private static BatchOptions Options(int initial, TimeSpan target) => new()
    {
        Adaptive = new AdaptiveOptions { InitialConcurrency = initial, TargetLatency = target },
        Dedupe = DedupeMode.Off,
    };

    private sealed class Limits : IProgress<BatchProgress>
    {
        public int Highest { get; private set; }

        public void Report(BatchProgress value) => Highest = Math.Max(Highest, value.Limit);
    }
}
