using AwsBatch.Clients;
using AwsBatch.CompilerServices;

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
    public override Lane[] CreateLanes(Dispatcher dispatcher) =>
        [Run.CreateLane(new PoolGroup(pool, dispatcher), operation, new BatchSupply(this, positions: null, requests.Length))];

    public override void Load(int position, ref ItemState item) =>
        item = new ItemState { Request = requests[position], Index = position };

    public override ValueTask<BatchItem> AttemptAsync(Slot slot) =>
        operation.AttemptAsync(slot, (TRequest)slot.Item.Request, slot.Item.Index);
}
