using Amazon.S3;
using AwsBatch.Testing.Behaviour;
using AwsBatch.Testing.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Behaviour;

public sealed class LatencyTests
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Calls_are_held_by_the_endpoints_clock_and_all_are_in_flight_meanwhile()
    {
        const int Concurrency = 12;
        var time = new FakeTimeProvider();
        await using var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        aws.S3.CreateBucket("bucket");
        aws.S3.Put("bucket", "key", "x");
        aws.On("s3:HeadObject").Latency = LatencyDistribution.Constant(Latency);
        using var s3 = aws.S3();

        var calls = Task.WhenAll(Enumerable.Range(0, Concurrency).Select(_ => s3.GetObjectMetadataAsync("bucket", "key")));
        while (aws.Wire["s3:HeadObject"].InFlight < Concurrency)
            await Task.Yield();
        Assert.False(calls.IsCompleted);
        while (!calls.IsCompleted)
        {
            time.Advance(Latency);
            await Task.Yield();
        }

        await calls;
        Assert.Equal(new OperationCount(Concurrency, 0, Concurrency), aws.Wire["s3:HeadObject"]);
        Assert.Equal((Concurrency, 0), (aws.Wire.PeakInFlight, aws.Wire.InFlight));
    }

    [Fact]
    public async Task An_operations_own_latency_takes_the_place_of_its_services_until_it_is_cleared()
    {
        var time = new FakeTimeProvider();
        await using var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        aws.On("s3:*").Latency = LatencyDistribution.Constant(Latency);
        aws.On("s3:ListBuckets").Latency = LatencyDistribution.Constant(TimeSpan.Zero);
        using var s3 = aws.S3();

        var limit = TimeSpan.FromSeconds(20);
        await s3.ListBucketsAsync().WaitAsync(limit);

        aws.On("s3:ListBuckets").Clear();
        var held = s3.ListBucketsAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => held.WaitAsync(TimeSpan.FromMilliseconds(100)));
        while (!held.IsCompleted)
        {
            time.Advance(Latency);
            await Task.Yield();
        }
        await held;
        aws.On("s3:*").Clear();
        await s3.ListBucketsAsync().WaitAsync(limit);
    }

    [Fact]
    public async Task A_caller_that_gives_up_frees_its_place()
    {
        await using var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = new FakeTimeProvider() });
        aws.On("s3:*").Latency = LatencyDistribution.Constant(Latency);
        using var s3 = aws.S3();
        using var cancel = new CancellationTokenSource();

        var call = s3.ListBucketsAsync(cancel.Token);
        while (aws.Wire.InFlight == 0)
            await Task.Yield();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        while (aws.Wire.InFlight > 0)
            await Task.Yield();
    }

    [Fact]
    public async Task A_latency_longer_than_any_timer_is_no_answer()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        var arrived = new TaskCompletionSource();
        aws.On("s3:ListBuckets").Observe(_ => arrived.TrySetResult()).Latency = LatencyDistribution.Constant(TimeSpan.MaxValue);
        using var s3 = aws.S3();
        using var cancel = new CancellationTokenSource();

        var call = s3.ListBucketsAsync(cancel.Token);
        await arrived.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        while (aws.Wire.InFlight > 0)
            await Task.Yield();
        Assert.Equal(0, aws.Wire["s3:ListBuckets"].Refused);
        Assert.False(Pause.ForAsync(TimeSpan.MaxValue, new FakeTimeProvider(), CancellationToken.None).IsCompleted);
    }

    [Fact]
    public void Draws_repeat_for_a_seed_and_keep_their_shape()
    {
        var median = TimeSpan.FromMilliseconds(20);
        var draws = Draw(LatencyDistribution.LogNormal(median, 0.5, seed: 3));

        Assert.Equal(draws, Draw(LatencyDistribution.LogNormal(median, 0.5, seed: 3)));
        Assert.NotEqual(draws, Draw(LatencyDistribution.LogNormal(median, 0.5, seed: 4)));
        draws.Sort();
        Assert.InRange(draws[draws.Count / 2].TotalMilliseconds, 19, 21);
        Assert.InRange(draws[draws.Count * 84 / 100].TotalMilliseconds, 20 * Math.Exp(0.45), 20 * Math.Exp(0.55));

        var (min, max) = (TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(9));
        var even = Draw(LatencyDistribution.Uniform(min, max));
        even.Sort();
        Assert.InRange(even[0], min, min + ((max - min) / 100));
        Assert.InRange(even[even.Count / 4], min + ((max - min) * 0.22), min + ((max - min) * 0.28));
        Assert.InRange(even[^1], max - ((max - min) / 100), max);
    }

    [Fact]
    public void Of_a_queue_calls_wait_for_a_free_server()
    {
        var time = new FakeTimeProvider();
        var queue = LatencyDistribution.Queue(servers: 2, Latency);

        Assert.Equal([Latency, Latency, 2 * Latency, 2 * Latency, 3 * Latency], Enumerable.Range(0, 5).Select(_ => queue.Next(time)));
        time.Advance(2.5 * Latency);
        Assert.Equal([Latency, 1.5 * Latency], Enumerable.Range(0, 2).Select(_ => queue.Next(time)));
        time.Advance(10 * Latency);
        Assert.Equal(Latency, queue.Next(time));
        var stuck = LatencyDistribution.Queue(servers: 1, TimeSpan.MaxValue);
        Assert.Equal(DateTimeOffset.MaxValue - time.GetUtcNow(), stuck.Next(time));
        Assert.Equal(DateTimeOffset.MaxValue - time.GetUtcNow(), stuck.Next(time));
    }

    [Fact]
    public void Impossible_latencies_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyDistribution.Constant(-Latency));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyDistribution.Uniform(Latency, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyDistribution.Queue(0, Latency));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyDistribution.Queue(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyDistribution.LogNormal(TimeSpan.Zero, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyDistribution.LogNormal(Latency, -1));
    }

    private static List<TimeSpan> Draw(LatencyDistribution distribution) => [.. Enumerable.Range(0, 5000).Select(_ => distribution.Next(TimeProvider.System))];
}
