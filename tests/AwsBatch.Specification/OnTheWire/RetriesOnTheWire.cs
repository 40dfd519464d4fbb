using Amazon.S3.Model;
using AwsBatch.Specification.OnTheWire.Support;
using AwsBatch.Testing;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>What a service's own faults and throttles cost, as the endpoint sees it.</summary>
public sealed class RetriesOnTheWire
{
    // On a fast clock the wire is slow, and a first call most of all.
    private static readonly BatchOptions Patient = new() { Dedupe = DedupeMode.Off, AttemptTimeout = TimeSpan.FromHours(1), TotalTimeout = TimeSpan.FromHours(1) };

    public static TheoryData<string> Operations => [.. WireCall.All.Select(call => call.Operation)];

    public static TheoryData<string> Throttled => ["s3:HeadObject", "s3:PutObject", "ec2:DescribeInstances", "ec2:RunInstances"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_fault_of_the_service_is_retried_twice(string operation)
    {
        await using var world = await World.StartAsync(clock: new FastClock(20));
        var call = WireCall.Of(operation);
        world.Endpoint.On(operation).Fail(500, "InternalError", times: 5);

        var spent = Assert.Single(await call.SendAsync(world, 1, Patient));
        var cured = Assert.Single(await call.SendAsync(world, 1, Patient));

        Assert.Equal((3, BatchErrorKind.Service), (spent.Attempts, spent.Error?.Kind));
        WireAssert.Succeeded([cured]);
        WireAssert.CountsAgree(world, operation, [spent, cured]);
        Assert.Equal(6, world.Endpoint.Wire[operation].Requests);
    }

    [Fact]
    public async Task A_failing_service_is_asked_again_as_often_as_the_budget_pays_for()
    {
        // 500 tokens at 14 a retry.
        const int Affordable = 35;
        await using var world = await World.StartAsync(clock: new FastClock(20));
        world.Endpoint.On("s3:HeadObject").Fail(500, "InternalError");

        var items = await WireCall.Of("s3:HeadObject").SendAsync(world, 100, Patient);

        Assert.DoesNotContain(items, item => item.IsSuccess);
        Assert.Contains(items, item => item.Error!.ToString().Contains("too many requests to this service fail", StringComparison.Ordinal));
        WireAssert.CountsAgree(world, "s3:HeadObject", items);
        Assert.Equal(100 + Affordable, world.Endpoint.Wire["s3:HeadObject"].Requests);
    }

    [Theory]
    [MemberData(nameof(Throttled))]
    public async Task Throttles_spend_no_attempts(string operation)
    {
        await using var world = await World.StartAsync(clock: new FastClock(50));
        var calls = world.Endpoint.On(operation);
        calls.Throttle(perSecond: 0, burst: 1, times: 7).Fail(500, "InternalError", times: 2);

        var items = await WireCall.Of(operation).SendAsync(world, 2, Patient with { Concurrency = 1 });

        // The bucket's only token goes to a 500; the two 500s that follow the throttles are all that counts.
        WireAssert.Succeeded(items);
        WireAssert.CountsAgree(world, operation, items);
        Assert.Equal(2 + 7 + 2, world.Endpoint.Wire[operation].Requests);
        Assert.Equal(7, world.Endpoint.Wire[operation].Throttled);
    }

    [Fact]
    public async Task A_throttled_item_fails_at_its_total_time_out_and_not_before()
    {
        await using var world = await World.StartAsync(clock: new FastClock(20));
        world.Endpoint.On("s3:HeadObject").Throttle(perSecond: 0, burst: 1);
        var total = TimeSpan.FromSeconds(60);

        var result = await world.S3.HeadObjectBatchAsync(
            Enumerable.Range(0, 6).Select(number => new GetObjectMetadataRequest { BucketName = World.Bucket, Key = $"key-{number}" }),
            new BatchOptions { Concurrency = 6, TotalTimeout = total });

        Assert.Single(result.Succeeded);
        // The time of one that is just being asked once more is over as well.
        Assert.All(result.Failed, item => Assert.True(item.Error!.Kind is BatchErrorKind.Throttled or BatchErrorKind.Timeout));
        Assert.Contains(result.Failed, item => item is { Error.Kind: BatchErrorKind.Throttled, Attempts: > 3 });
        Assert.True(result.Summary.WallTime >= total, result.Summary.ToString());
        WireAssert.CountsAgree(world, "s3:HeadObject", [.. result]);
    }

    [Fact]
    public async Task A_batch_that_comes_too_fast_is_paced_until_all_is_done()
    {
        await using var world = await World.StartAsync();
        world.Endpoint.On("ec2:DescribeInstances").Throttle(perSecond: 50, burst: 10);

        var items = await WireCall.Of("ec2:DescribeInstances").SendAsync(world, 120, new BatchOptions { Concurrency = 16, Dedupe = DedupeMode.Off });

        WireAssert.Succeeded(items);
        WireAssert.CountsAgree(world, "ec2:DescribeInstances", items);
        Assert.True(world.Endpoint.Wire["ec2:DescribeInstances"].Throttled > 0);
    }
}
