using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class FairScheduleTests : IDisposable
{
    private static readonly BatchServiceDescriptor OtherService = BatchServiceDescriptor.For<IFakeService>("other");
    private readonly Harness harness = new(add: services => AwsBatchRegistration.AddService(services, OtherService));

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task A_stuck_service_does_not_starve_a_fast_one()
    {
        var stuck = new Gate();
        var fast = 0;
        var allFastDone = new TaskCompletionSource();
        var slowOperation = Harness.Operation(stuck.EnterAsync, "Slow");
        var fastOperation = Harness.Operation(
            (_, _) =>
            {
                if (Interlocked.Increment(ref fast) == 40)
                    allFastDone.SetResult();
                return Task.FromResult("ok");
            },
            "Fast",
            OtherService);

        // Everything slow comes first: in order of arrival all four slots would hang there.
        BatchRequest[] requests =
        [
            .. Harness.Requests(40).Select(request => new BatchRequest<FakeRequest, string>(slowOperation, request)),
            .. Harness.Requests(40).Select(request => new BatchRequest<FakeRequest, string>(fastOperation, request)),
        ];
        var batch = harness.Aws.RunAsync(requests, new BatchOptions { Concurrency = 4 });

        await allFastDone.Task.WaitAsync(TimeSpan.FromSeconds(20));

        // The fast one has no work left: the slow one gets every slot.
        await stuck.ArrivalOfAsync(4);
        for (var arrived = 4; arrived < 40; arrived++)
        {
            stuck.LetOneGo();
            await stuck.ArrivalOfAsync(arrived + 1);
        }

        while (stuck.Inside > 0)
            stuck.LetOneGo();
        var results = await batch;
        Assert.Equal(80, results.Succeeded.Count);
        Assert.Equal(4, stuck.PeakInside);
    }

    [Fact]
    public async Task More_pools_than_slots_are_served_in_turn()
    {
        var order = new List<string>();
        string[] regions = ["us-east-1", "us-east-2", "us-west-1"];
        var requests = regions
            .SelectMany(region => Harness.Requests(3).Select(request =>
                new BatchRequest<FakeRequest, string>(Recording(region), request).In(new BatchTarget { Region = region })))
            .ToArray();

        await harness.Aws.RunAsync(requests, new BatchOptions { Concurrency = 1 });

        Assert.Equal([.. regions, .. regions, .. regions], order);

        ServiceOperation<FakeRequest, string> Recording(string region) => Harness.Operation((_, _) =>
        {
            order.Add(region);
            return Task.FromResult("ok");
        });
    }

    [Fact]
    public async Task The_operations_of_a_pool_share_its_slots()
    {
        var gate = new Gate();
        BatchRequest[] requests =
        [
            .. Harness.Requests(6).Select(request =>
                new BatchRequest<FakeRequest, string>(Harness.Operation(gate.EnterAsync, request.Number < 3 ? "First" : "Second"), request)),
        ];
        var batch = harness.Aws.RunAsync(requests, new BatchOptions { Concurrency = 2 });
        await gate.ArrivalOfAsync(2);

        var sent = new List<int>();
        for (var arrived = 3; arrived <= 8; arrived++)
        {
            gate.LetOneGo(request =>
            {
                sent.Add(request.Number);
                return "ok";
            });
            await gate.ArrivalOfAsync(Math.Min(arrived, 6));
        }

        await batch;
        Assert.Equal([0, 3], sent.Take(2).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_at_a_time_the_requests_of_a_pool_keep_their_order(bool isStream)
    {
        var order = new List<int>();
        var operations = new[] { "Create", "Put", "Get", "Delete" }.Select(name => Harness.Operation(Record, name)).ToArray();
        BatchRequest[] requests =
        [
            .. Harness.Requests(200).Select(request =>
                new BatchRequest<FakeRequest, string>(operations[request.Number * 7 % 13 % operations.Length], request)),
        ];

        var options = new BatchOptions { Concurrency = 1 };
        if (isStream)
            await harness.Aws.StreamAsync(requests.ToAsyncEnumerable(), options).CountAsync();
        else
            await harness.Aws.RunAsync(requests, options);

        Assert.Equal(Enumerable.Range(0, 200), order);

        Task<string> Record(FakeRequest request, CancellationToken cancellationToken)
        {
            order.Add(request.Number);
            return Task.FromResult("ok");
        }
    }
}
