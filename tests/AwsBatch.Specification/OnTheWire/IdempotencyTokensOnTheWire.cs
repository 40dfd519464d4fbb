using Amazon.EC2.Model;
using AwsBatch.Specification.OnTheWire.Support;
using AwsBatch.Testing;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>An item's idempotency token is fixed before its first attempt: to the service they are one request.</summary>
public sealed class IdempotencyTokensOnTheWire
{
    [Fact]
    public async Task RunInstances_answered_500_500_200_carries_one_token_and_one_invocation_id()
    {
        await using var world = await World.StartAsync(clock: new FastClock(10));
        var seen = Watch(world);
        world.Endpoint.On("ec2:RunInstances").Fail(500, "InternalError", times: 2);
        var request = Request();

        var item = (await world.Ec2.RunInstancesBatchAsync([request]))[0];

        WireAssert.Succeeded([item]);
        Assert.Equal(3, item.Attempts);
        Assert.Equal(3, seen.Count);
        Assert.NotNull(Assert.Single(seen.Distinct()).Token);
        Assert.Same(request, item.Request);
        Assert.Null(request.ClientToken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_a_token_a_lost_answer_is_asked_for_again_and_nothing_is_done_twice(bool tls)
    {
        await using var world = await World.StartAsync(new AwsEndpointOptions { Https = tls }, new FastClock(10));
        var seen = Watch(world);
        var before = await InstancesAsync(world);
        world.Endpoint.On("ec2:RunInstances").Inject(Fault.Reset(ResetPoint.AfterExecution), times: 1);

        var item = (await world.Ec2.RunInstancesBatchAsync([Request()]))[0];

        WireAssert.Succeeded([item]);
        Assert.Equal((2, 2), (item.Attempts, seen.Count));
        Assert.Single(seen.Distinct());
        Assert.Equal(before + 1, await InstancesAsync(world));
    }

    [Fact]
    public async Task A_token_of_the_callers_own_is_sent_and_two_items_have_two()
    {
        await using var world = await World.StartAsync();
        var seen = Watch(world);
        var own = Request();
        own.ClientToken = "mine";

        WireAssert.Succeeded(await world.Ec2.RunInstancesBatchAsync([own, Request(), Request()]));

        Assert.Equal(3, seen.Select(sent => sent.Token).Distinct().Count());
        Assert.Contains("mine", seen.Select(sent => sent.Token));
    }

    private static List<(string? Token, string? Invocation)> Watch(World world)
    {
        var seen = new List<(string?, string?)>();
        world.Endpoint.On("ec2:RunInstances").Observe(request => seen.Add((request.Parameter("ClientToken"), request.InvocationId)));
        return seen;
    }

    private static async Task<int> InstancesAsync(World world) =>
        (await world.Ec2.DescribeInstancesAsync(new DescribeInstancesRequest())).Reservations.Sum(reservation => reservation.Instances.Count);

    private static RunInstancesRequest Request() => new() { ImageId = "ami-12c6146b", MinCount = 1, MaxCount = 1 };
}
