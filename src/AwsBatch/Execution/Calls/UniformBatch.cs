using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Deduplication;

namespace AwsBatch.Execution;

/// <summary>A batch of one operation in one pool.</summary>
internal sealed class UniformBatch<TRequest, TResult>(
    Run run,
    ClientPool pool,
    BatchOperation<TRequest, TResult> operation,
    TRequest[] requests,
    BatchItem<TRequest, TResult>[] items)
    : BatchWork(run, items)
    where TRequest : class
{
    public override Lane[] CreateLanes(Dispatcher dispatcher)
    {
        var positions = AreAllToSend ? null : Enumerable.Range(0, requests.Length).Where(IsToSend).ToArray();
        var supply = new BatchSupply(this, positions, positions?.Length ?? requests.Length);
        return [Run.CreateLane(new PoolGroup(pool, dispatcher), operation, supply)];
    }

    public override void Load(int position, ref ItemState item) => ItemState.Start(out item, requests[position], position);

    public override OperationRequest RequestOf(Slot slot) => new(operation, slot.Item.Request);

    public override Task AttemptAsync(Slot slot) => operation.AttemptAsync(slot, (TRequest)slot.Item.Request);

    public override BatchItem Conclude(Slot slot, Task attempt) =>
        operation.Conclude(slot, (TRequest)slot.Item.Request, slot.Item.Index, (Task<TResult>)attempt);

    protected override (BatchDuplicates? Equal, BatchDuplicates? Same) FindDuplicates() => operation.MayShare(Run.Settings.Dedupe)
        ? (BatchDuplicates.Find<TRequest>(requests, operation.Identity!, items: Items), null)
        : (null, BatchDuplicates.FindSameObjects<TRequest>(requests));

    protected override object RequestAt(int position) => requests[position];

    protected override BatchOperation OperationAt(int position) => operation;

    protected override ClientPool PoolAt(int position) => pool;
}
