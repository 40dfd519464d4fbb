using System.Runtime.CompilerServices;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;

namespace AwsBatch.Execution;

/// <summary>A stream in which a request is one attempt and one item.</summary>
internal sealed class ItemStreamRun<TRequest, TResult>(
    Run run,
    ClientPool pool,
    BatchOperation<TRequest, TResult> operation,
    IAsyncEnumerable<TRequest> source)
    : StreamRun<TRequest, BatchItem<TRequest, TResult>>(run, pool, source)
    where TRequest : class
{
    // Pooled, as the attempt is.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected override async ValueTask ServeAsync(Slot slot, TRequest request, int index)
    {
        var item = await operation.AttemptAsync(slot, request, index).ConfigureAwait(false);
        await DeliverAsync(slot, (BatchItem<TRequest, TResult>)item).ConfigureAwait(false);
    }
}
