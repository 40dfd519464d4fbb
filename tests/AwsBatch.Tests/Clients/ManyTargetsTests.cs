using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Clients;

/// <summary>Targets that come and go without end, as the tenants of an app do.</summary>
public sealed class ManyTargetsTests : IDisposable
{
    private const int Tenants = 10_000;

    // What is kept, and what is made between two sweeps.
    private const int Most = 4096 + 1024;

    private readonly List<WeakReference> clients = [];
    private readonly Dictionary<string, int> asked = [];
    private readonly Gate gate = new();
    private readonly Harness harness;

    public ManyTargetsTests() => harness = new Harness(options => options.ProfileCredentials = Give);

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Only_the_last_are_kept_and_one_that_comes_again_is_served_anew()
    {
        for (var number = 0; number < Tenants; number++)
            await SendAsync(Tenant(number));

        GC.Collect();
        Assert.InRange(clients.Count(client => client.IsAlive), 1, Most);
        await SendAsync(Tenant(Tenants - 1));
        await SendAsync(Tenant(0));
        Assert.Equal((2, 1), (asked[Tenant(0)], asked[Tenant(Tenants - 1)]));
    }

    [Fact]
    public async Task Who_is_asked_for_time_and_again_stays()
    {
        for (var number = 1; number < Tenants; number++)
        {
            await SendAsync(Tenant(number));
            if (number % 1_000 == 0)
                await SendAsync(Tenant(0));
        }

        Assert.Equal(1, asked[Tenant(0)]);
    }

    [Fact]
    public async Task A_pool_with_a_request_under_way_stays()
    {
        var held = harness.Batches.BatchAsync(Harness.Operation(gate.EnterAsync), Harness.Requests(1), Of(Tenant(0)), CancellationToken.None);
        await gate.ArrivalOfAsync(1);

        for (var number = 1; number < Tenants; number++)
            await SendAsync(Tenant(number));
        await SendAsync(Tenant(0));

        Assert.Equal(1, asked[Tenant(0)]);
        gate.LetOneGo();
        await held;
    }

    private static string Tenant(int number) => $"tenant-{number}";

    private static BatchOptions Of(string tenant) => new() { Target = new BatchTarget { Profile = tenant } };

    private async Task SendAsync(string tenant)
    {
        var operation = BatchOperation.Create<FakeRequest, string>(Harness.Service, "Note", (client, _, _) =>
        {
            clients.Add(new WeakReference(client));
            return Task.FromResult("noted");
        });
        (await harness.Batches.BatchAsync(operation, Harness.Requests(1), Of(tenant), CancellationToken.None))[0].EnsureSuccess();
    }

    private BasicAWSCredentials Give(string tenant)
    {
        asked[tenant] = asked.GetValueOrDefault(tenant) + 1;
        return new BasicAWSCredentials("KEY-" + tenant, "not-a-real-secret");
    }
}
