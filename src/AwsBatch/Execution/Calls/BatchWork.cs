using AwsBatch.CompilerServices;

namespace AwsBatch.Execution;

/// <summary>The requests of a batch and the items they end in, by position.</summary>
internal abstract class BatchWork(Run run, BatchItem[] items) : Work
{
    protected Run Run => run;

    public BatchItem?[] Items { get; } = items;

    /// <exception cref="BatchFailedException">The call is fail-fast and a request failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before every request had its item.</exception>
    public async Task<BatchSummary> ExecuteAsync(CancellationToken cancellationToken)
    {
        using (var dispatcher = run.Dispatch(this))
            await dispatcher.RunAsync().ConfigureAwait(false);

        run.ThrowIfFaulted();
        if (run.Failure is { } failure)
            throw new BatchFailedException(failure, [.. Items.OfType<BatchItem>()]);
        if (Items.Contains(null))
            cancellationToken.ThrowIfCancellationRequested();
        return run.Summarize();
    }

    /// <summary>Makes the request at a position the item of a slot.</summary>
    public abstract void Load(int position, ref ItemState item);

    public override ValueTask<bool> CompleteAsync(Slot slot, BatchItem item)
    {
        if (run.Record(slot, item))
            Items[item.Index] = item;
        return new ValueTask<bool>(false);
    }
}
