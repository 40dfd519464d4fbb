using AwsBatch.CompilerServices;

namespace AwsBatch.Execution;

/// <summary>The requests of a batch and the items they end in, by position.</summary>
internal abstract class BatchWork(BatchItem[] items)
{
    public BatchItem?[] Items { get; } = items;

    public abstract ValueTask<BatchItem> AttemptAsync(ISlot slot, int position);
}

/// <summary>Requests of one operation.</summary>
internal sealed class UniformWork<TRequest, TResult>(
    BatchOperation<TRequest, TResult> operation,
    TRequest[] requests,
    BatchItem<TRequest, TResult>[] items)
    : BatchWork(items)
    where TRequest : class
{
    public override ValueTask<BatchItem> AttemptAsync(ISlot slot, int position) =>
        operation.AttemptAsync(slot, requests[position], position);
}

/// <summary>Requests of several operations.</summary>
internal sealed class MixedWork(BatchRequest[] requests) : BatchWork(new BatchItem[requests.Length])
{
    public override ValueTask<BatchItem> AttemptAsync(ISlot slot, int position) =>
        requests[position].AttemptAsync(slot, position);
}
