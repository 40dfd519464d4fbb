using AwsBatch.Specification.OnTheWire.Support;
using AwsBatch.Testing;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>One attempt is one request: whatever goes wrong, the endpoint counts what the items count.</summary>
public sealed class AttemptsOnTheWire
{
    private const int Items = 12;

    private static readonly Dictionary<string, Action<OperationBehaviour, int>> Faults = new()
    {
        ["answers 500"] = static (calls, seed) => calls.Fail(500, "InternalError", probability: 0.3, seed: seed),
        ["throttles"] = static (calls, _) => calls.Throttle(perSecond: 0.5, burst: 2),
        ["resets before the body"] = static (calls, seed) => calls.Inject(Fault.Reset(ResetPoint.BeforeBody), probability: 0.3, seed: seed),
        ["resets before it acts"] = static (calls, seed) => calls.Inject(Fault.Reset(ResetPoint.BeforeExecution), probability: 0.3, seed: seed),
        ["loses answers"] = static (calls, seed) => calls.Inject(Fault.Reset(ResetPoint.AfterExecution), probability: 0.3, seed: seed),
        ["truncates bodies"] = static (calls, seed) => calls.Inject(Fault.TruncateBody(), probability: 0.3, seed: seed),
        ["is slow"] = static (calls, _) => calls.Inject(Fault.SlowHeaders(LatencyDistribution.Constant(TimeSpan.FromMinutes(1))), times: 2),
    };

    public static TheoryData<string, bool> Endpoints
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var fault in Faults.Keys)
            {
                data.Add(fault, false);
                data.Add(fault, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task The_endpoint_counts_what_the_items_count(string fault, bool tls)
    {
        await using var world = await World.StartAsync(new AwsEndpointOptions { Https = tls }, new FastClock(10));

        // A first call compiles the SDK's way, which takes longer than an attempt may below.
        foreach (var call in WireCall.All)
            WireAssert.Succeeded(await call.SendAsync(world, 1, new BatchOptions()));
        world.Endpoint.Wire.Reset();
        foreach (var (seed, call) in WireCall.All.Index())
            Faults[fault](world.Endpoint.On(call.Operation), seed + 1);

        var options = new BatchOptions { Concurrency = 4, Dedupe = DedupeMode.Off, AttemptTimeout = TimeSpan.FromSeconds(20) };
        var sent = await Task.WhenAll(WireCall.All.Select(call => call.SendAsync(world, Items, options)));

        foreach (var (call, items) in WireCall.All.Zip(sent))
        {
            Assert.Equal(Items, items.Count);
            Assert.Contains(items, item => item.Attempts > 1 || !item.IsSuccess);
            WireAssert.CountsAgree(world, call.Operation, items);
        }
    }
}
