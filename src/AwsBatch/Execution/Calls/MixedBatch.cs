using System.Runtime.CompilerServices;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Deduplication;

namespace AwsBatch.Execution;

/// <summary>A batch of several operations, in as many pools as they have targets and services.</summary>
internal sealed class MixedBatch(Run run, BatchRequest[] requests, Destination[] destinations)
    : BatchWork(run, new BatchItem[requests.Length])
{
    public override Lane[] CreateLanes(Dispatcher dispatcher)
    {
        var groups = destinations.Select(static destination => destination.Pool).OfType<ClientPool>().Distinct()
            .ToDictionary(static pool => pool, pool => new PoolGroup(pool, dispatcher));
        return
        [
            .. Enumerable.Range(0, requests.Length)
                .Where(position => PoolAt(position) is not null && IsToSend(position))
                .GroupBy(position => (Pool: destinations[position].Pool!, requests[position].Operation))
                .Select(lane => CreateLane(groups[lane.Key.Pool], [.. lane])),
        ];
    }

    public override void Load(int position, ref ItemState item) => ItemState.Start(out item, requests[position], position);

    public override OperationRequest RequestOf(Slot slot)
    {
        var handle = (BatchRequest)slot.Item.Request;
        return new(handle.Descriptor, handle.UntypedRequest);
    }

    public override Task AttemptAsync(Slot slot) => ((BatchRequest)slot.Item.Request).AttemptAsync(slot);

    public override BatchItem Conclude(Slot slot, Task attempt) =>
        ((BatchRequest)slot.Item.Request).Conclude(slot, slot.Item.Index, attempt);

    protected override object RequestAt(int position) => requests[position].UntypedRequest;

    protected override (BatchDuplicates? Equal, BatchDuplicates? Same) FindDuplicates()
    {
        var equal = BatchDuplicates.Find<BatchRequest>(requests, new EqualHandles(Run.Settings.Dedupe), Scopes(), Items);
        return (equal, BatchDuplicates.Find<BatchRequest>(requests, SameObjects.Instance, items: Items, besides: equal));
    }

    protected override BatchOperation OperationAt(int position) => requests[position].Descriptor;

    protected override ClientPool? PoolAt(int position) => destinations[position].Pool;

    protected override void EndUnsendable()
    {
        for (var position = 0; position < requests.Length && !Run.IsStopping; position++)
        {
            if (destinations[position].Pool is not null)
                continue;

            var item = destinations[position].Refuse(requests[position], position);
            if (Run.RecordRefused(requests[position].Descriptor, item))
                Items[position] = item;
        }
    }

    // A number for each pool.
    private int[] Scopes()
    {
        var numbers = new Dictionary<ClientPool, int>();
        return [.. destinations.Select(destination => destination.Pool is { } pool ? NumberOf(pool) : -1)];

        int NumberOf(ClientPool pool) => numbers.TryGetValue(pool, out var number) ? number : numbers[pool] = numbers.Count;
    }

    private Lane CreateLane(PoolGroup group, int[] positions) =>
        Run.CreateLane(group, requests[positions[0]].Descriptor, new BatchSupply(this, positions, positions.Length));

    /// <summary>Which handles ask the same of the same operation; one that may not share is only itself.</summary>
    private sealed class EqualHandles(DedupeMode mode) : IEqualityComparer<BatchRequest>
    {
        public bool Equals(BatchRequest? x, BatchRequest? y) =>
            x == y || (x!.Descriptor.MayShare(mode) && y!.Descriptor.MayShare(mode) && OperationRequestComparer.Instance.Equals(Key(x), Key(y)));

        public int GetHashCode(BatchRequest handle) =>
            handle.Descriptor.MayShare(mode) ? OperationRequestComparer.Instance.GetHashCode(Key(handle)) : RuntimeHelpers.GetHashCode(handle);

        private static OperationRequest Key(BatchRequest handle) => new(handle.Descriptor, handle.UntypedRequest);
    }

    /// <summary>Which handles hold the same object, whatever pool they go to.</summary>
    private sealed class SameObjects : IEqualityComparer<BatchRequest>
    {
        public static readonly SameObjects Instance = new();

        public bool Equals(BatchRequest? x, BatchRequest? y) => x!.UntypedRequest == y!.UntypedRequest;

        public int GetHashCode(BatchRequest handle) => RuntimeHelpers.GetHashCode(handle.UntypedRequest);
    }
}
