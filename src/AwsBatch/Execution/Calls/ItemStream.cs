using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Deduplication;

namespace AwsBatch.Execution;

/// <summary>A stream in which a request ends in one item.</summary>
internal sealed class ItemStream<TRequest, TResult>(
    Run run,
    ClientPool pool,
    BatchOperation<TRequest, TResult> operation,
    IAsyncEnumerable<TRequest> source)
    : UniformStream<TRequest, BatchItem<TRequest, TResult>>(run, pool, operation, source)
    where TRequest : class
{
    public override OperationRequest RequestOf(Slot slot) => new(operation, slot.Item.Request);

    public override Task AttemptAsync(Slot slot) => operation.AttemptAsync(slot, (TRequest)slot.Item.Request);

    public override BatchItem Conclude(Slot slot, Task attempt) =>
        operation.Conclude(slot, (TRequest)slot.Item.Request, slot.Item.Index, (Task<TResult>)attempt);

    public override ValueTask<bool> CompleteAsync(Slot slot, BatchItem item)
    {
        Return((TRequest)slot.Item.Request);
        var delivery = DeliverAsync(slot, (BatchItem<TRequest, TResult>)item);
        return delivery.IsCompletedSuccessfully ? new ValueTask<bool>(false) : Delivered(delivery);

        static async ValueTask<bool> Delivered(ValueTask delivery)
        {
            await delivery.ConfigureAwait(false);
            return false;
        }
    }
}
