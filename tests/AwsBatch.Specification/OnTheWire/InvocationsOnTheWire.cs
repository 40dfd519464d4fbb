using AwsBatch.Specification.OnTheWire.Support;
using AwsBatch.Testing;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>Services log all attempts of an item under one id.</summary>
public sealed class InvocationsOnTheWire
{
    public static TheoryData<string> Operations => [.. WireCall.All.Select(call => call.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task All_attempts_of_an_item_bear_one_invocation_id_and_no_other_item_bears_it(string operation)
    {
        await using var world = await World.StartAsync(clock: new FastClock(10));
        var ids = new List<string?>();
        world.Endpoint.On(operation).Fail(500, "InternalError", probability: 0.4, seed: 3).Observe(request => ids.Add(request.InvocationId));

        var items = await WireCall.Of(operation).SendAsync(world, 12, new BatchOptions { Concurrency = 3, Dedupe = DedupeMode.Off });

        Assert.DoesNotContain(null, ids);
        Assert.Equal(
            items.Select(item => item.Attempts).Order(),
            ids.GroupBy(id => id).Select(attempts => attempts.Count()).Order());
        Assert.Contains(items, item => item.Attempts > 1);
    }

    [Fact]
    public async Task An_item_keeps_its_id_in_another_region()
    {
        await using var world = await World.StartAsync();
        var ids = new List<string?>();
        world.Endpoint.On("s3:DeleteObject")
            .Inject(Fault.PermanentRedirect("eu-west-1"))
            .Observe(request => ids.Add(request.InvocationId));

        var items = await WireCall.Of("s3:DeleteObject").SendAsync(world, 1, new BatchOptions());

        WireAssert.Succeeded(items);
        Assert.Equal(2, ids.Count);
        Assert.Single(ids.Distinct());
    }
}
