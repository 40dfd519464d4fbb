using AwsBatch.Clients;
using AwsBatch.Deduplication;

namespace AwsBatch.Execution;

/// <summary>
/// A stream of several operations, in as many pools as they have targets and services: lanes come as their first requests
/// do. A request whose pool cannot be made ends in an item of its own.
/// </summary>
internal sealed class MixedStream : StreamWork<BatchRequest, BatchItem>, IDisposable
{
    // What is read ahead over all lanes: so far a lane that has to wait holds up the others' requests behind its own.
    private const int MostQueued = 256;

    private readonly Destinations destinations;
    private readonly ObjectsUnderWay<BatchRequest> objects;
    private readonly SemaphoreSlim room = new(MostQueued);
    private readonly Dictionary<ClientPool, PoolGroup> groups = [];
    private readonly Dictionary<(ClientPool Pool, string Operation), QueuedSupply> supplies = [];
    private volatile bool isReading = true;

    public MixedStream(Run run, ClientPools pools, IAsyncEnumerable<BatchRequest> requests)
        : base(run, requests)
    {
        destinations = new Destinations(pools, run.Settings.Target, run.Clock);
        objects = new ObjectsUnderWay<BatchRequest>(ShareAnswer);
    }

    public override bool MayGrow => isReading;

    public override Lane[] CreateLanes(Dispatcher dispatcher) => [];

    public override OperationRequest RequestOf(Slot slot)
    {
        var handle = (BatchRequest)slot.Item.Request;
        return new(handle.Descriptor, handle.UntypedRequest);
    }

    public override Task AttemptAsync(Slot slot) => ((BatchRequest)slot.Item.Request).AttemptAsync(slot);

    public override BatchItem Conclude(Slot slot, Task attempt) =>
        ((BatchRequest)slot.Item.Request).Conclude(slot, slot.Item.Index, attempt);

    public override async ValueTask<bool> CompleteAsync(Slot slot, BatchItem item)
    {
        var handle = (BatchRequest)slot.Item.Request;
        objects.Return(handle.UntypedRequest);
        await DeliverAsync(slot, item).ConfigureAwait(false);
        return false;
    }

    public void Dispose() => room.Dispose();

    protected override async Task ReadSourceAsync(Dispatcher dispatcher)
    {
        using var forwarder = new Forwarder(
            destinations,
            (request, index, destination) => ForwardAsync(dispatcher, request, index, destination),
            Run);
        try
        {
            var index = 0;
            await foreach (var request in Requests)
            {
                if (request is null)
                    throw NullRequest(index, "requests", "a handle");

                await room.WaitAsync(Run.Stopping).ConfigureAwait(false);
                await objects.TakeAsync(request.UntypedRequest, request, Run.Stopping).ConfigureAwait(false);
                await forwarder.AddAsync(request, index++).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            forwarder.Cancel();
            await forwarder.EndAsync().ConfigureAwait(false);
            foreach (var supply in supplies.Values)
                supply.Clear();
            throw;
        }
        finally
        {
            await forwarder.EndAsync().ConfigureAwait(false);
        }
    }

    protected override void EndSupply()
    {
        isReading = false;
        foreach (var supply in supplies.Values)
            supply.End();
    }

    private async ValueTask ForwardAsync(Dispatcher dispatcher, BatchRequest request, int index, Destination destination)
    {
        if (destination.Pool is { } pool)
        {
            SupplyOf(dispatcher, pool, request).Add(request, index);
            dispatcher.Nudge();
            return;
        }

        room.Release();
        objects.Return(request.UntypedRequest);
        await DeliverRefusedAsync(request.Descriptor, destination.Refuse(request, index)).ConfigureAwait(false);
    }

    private bool ShareAnswer(BatchRequest one, BatchRequest other) =>
        one.Descriptor == other.Descriptor
        && one.Descriptor.MayShare(Run.Settings.Dedupe)
        && destinations.PoolOf(one) is { } pool
        && pool == destinations.PoolOf(other);

    private QueuedSupply SupplyOf(Dispatcher dispatcher, ClientPool pool, BatchRequest request)
    {
        var key = (pool, request.Operation);
        if (supplies.TryGetValue(key, out var supply))
            return supply;

        if (!groups.TryGetValue(pool, out var group))
            groups.Add(pool, group = new PoolGroup(pool, dispatcher));
        supplies.Add(key, supply = new QueuedSupply(room));
        dispatcher.Add(Run.CreateLane(group, request.Descriptor, supply));
        return supply;
    }
}
