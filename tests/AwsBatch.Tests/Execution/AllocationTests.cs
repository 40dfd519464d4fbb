using AwsBatch.Admission;
using AwsBatch.Execution;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Execution;

[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    // An item of a batch is an object of some ten fields, and a place in the array of results.
#if DEBUG
    // In a debug build the state of each async method is an object too.
    private const double BytesPerItem = 450;
#else
    private const double BytesPerItem = 120;
#endif

    [Fact]
    public void Taking_a_permit_and_giving_it_back_allocates_nothing()
    {
        var gate = new PoolGate(new AdaptiveLimiter(LimiterSettings.Default(), TimeProvider.System), new LocalQuota());
        var waiter = new Waiter();

        Assert.Equal(0, Allocations.Of(() =>
        {
            for (var turn = 0; turn < 1_000; turn++)
            {
                gate.TryEnter(waiter);
                gate.Leave(waiter);
            }
        }));
    }

    [Fact]
    public async Task A_warmed_batch_allocates_an_item_and_its_place_per_request()
    {
        const int Count = 20_000;
        await using var harness = new Harness(add: static services => services.AddSingleton(TimeProvider.System));
        var operation = Harness.Operation(static (_, _) => Done);
        var requests = Harness.Requests(Count);
        var least = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await harness.Batches.BatchAsync(operation, requests, new BatchOptions { Concurrency = 16 }, CancellationToken.None);
            least = Math.Min(least, (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Count);
        }

        Assert.InRange(least, 0, BytesPerItem);
    }

    [Fact]
    public void Reading_a_streams_source_allocates_nothing_per_request()
    {
        Assert.Equal(
            Allocations.Of(static () => Assert.True(ReadAsync(10).IsCompletedSuccessfully)),
            Allocations.Of(static () => Assert.True(ReadAsync(1_000).IsCompletedSuccessfully)));

        static async Task ReadAsync(int count)
        {
            await foreach (var _ in new StreamSource<FakeRequest>(new Repeated(count)).ReadAsync(CancellationToken.None))
            {
            }
        }
    }

    [Fact]
    public void A_mixed_streams_queue_that_is_looked_into_allocates_nothing_per_request()
    {
        using var room = new SemaphoreSlim(0);
        var supply = new QueuedSupply(room);
        var handle = new BatchRequest<FakeRequest, string>(Harness.Operation((_, _) => Done), new FakeRequest(0));

        Assert.Equal(Allocations.Of(() => Pass(10)), Allocations.Of(() => Pass(1_000)));

        void Pass(int count)
        {
            for (var index = 0; index < count; index++)
            {
                supply.Add(handle, index);
                Assert.True(supply.Next == index);
                var item = default(ItemState);
                Assert.True(supply.TryTake(ref item));
            }
        }
    }

    private static readonly Task<string> Done = Task.FromResult("ok");

    private sealed class Repeated(int count) : IAsyncEnumerable<FakeRequest>, IAsyncEnumerator<FakeRequest>
    {
        private int left = count;

        public FakeRequest Current { get; } = new(0);

        public IAsyncEnumerator<FakeRequest> GetAsyncEnumerator(CancellationToken cancellationToken) => this;

        public ValueTask<bool> MoveNextAsync() => new(left-- > 0);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Waiter : IGateWaiter
    {
        public Waiter() => Place = new LinkedListNode<IGateWaiter>(this);

        public LinkedListNode<IGateWaiter> Place { get; }

        public object? Within => null;

        public IGateWaiter? Granted() => null;
    }
}
