using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Deduplication;
using AwsBatch.Telemetry;

namespace AwsBatch.Execution;

/// <summary>The requests of a batch and the items they end in, by position.</summary>
/// <param name="run">The call.</param>
/// <param name="items">Where the items go.</param>
internal abstract class BatchWork(Run run, BatchItem[] items) : Work
{
    // Which requests are answered with another's answer, and which are the same object as another: the SDK writes to it
    // while it sends, so they go one after the other.
    private BatchDuplicates? equal;
    private BatchDuplicates? same;

    public BatchItem?[] Items { get; } = items;

    public override AnswerSharing? Sharing { get; } = run.ShareWithOthers();

    protected Run Run => run;

    /// <exception cref="BatchFailedException">The call is fail-fast and a request failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before every request had its item.</exception>
    public async Task<BatchSummary> ExecuteAsync(CancellationToken cancellationToken)
    {
        EndUnsendable();
        if (Sharing is { } sharing)
            EndRemembered(sharing);
        if (Items.Contains(null))
        {
            (equal, same) = FindDuplicates();
            using var dispatcher = run.Dispatch(this);
            await dispatcher.RunAsync().ConfigureAwait(false);
        }

        run.ThrowIfFaulted();
        if (run.Failure is { } failure)
            throw new BatchFailedException(failure, [.. Items.OfType<BatchItem>()]);
        if (Items.Contains(null))
            cancellationToken.ThrowIfCancellationRequested();
        return run.Summary;
    }

    /// <summary>Makes the request at a position the item of a slot.</summary>
    public abstract void Load(int position, ref ItemState item);

    public override ValueTask<bool> CompleteAsync(Slot slot, BatchItem item)
    {
        if (!run.Record(slot, item))
            return new ValueTask<bool>(false);

        Items[item.Index] = item;
        if (equal is not null)
            Share(slot, item, equal.FirstFollower(item.Index));

        var again = same is null ? -1 : same.IsFollower(item.Index) ? same.NextFollower(item.Index) : same.FirstFollower(item.Index);
        if (again >= 0)
            LoadAgain(again, slot);
        return new ValueTask<bool>(again >= 0);
    }

    /// <summary>Gives the requests their items that cannot be sent.</summary>
    protected virtual void EndUnsendable()
    {
    }

    /// <summary>The request at a position, as the caller gave it.</summary>
    protected abstract object RequestAt(int position);

    /// <summary>Finds, among the requests that have not ended, those that are equal and those that are the same object.</summary>
    protected abstract (BatchDuplicates? Equal, BatchDuplicates? Same) FindDuplicates();

    /// <summary>The operation of the request at a position.</summary>
    protected abstract BatchOperation OperationAt(int position);

    /// <summary>The pool of the request at a position; null if it cannot be sent.</summary>
    protected abstract ClientPool? PoolAt(int position);

    /// <summary>Whether each request has a turn of its own.</summary>
    protected bool AreAllToSend => equal is null && same is null && Array.TrueForAll(Items, static item => item is null);

    /// <summary>Whether the request at a position has a turn of its own, and has not ended before the first is sent.</summary>
    protected bool IsToSend(int position) =>
        Items[position] is null && equal?.IsFollower(position) != true && same?.IsFollower(position) != true;

    // What is remembered needs no slot: it costs neither a permit nor a worker's turn.
    private void EndRemembered(AnswerSharing sharing)
    {
        var found = new Recollection(run);
        for (var position = 0; position < Items.Length && !run.IsStopping; position++)
        {
            var operation = OperationAt(position);
            if (PoolAt(position) is not { } pool
                || sharing.Recall(pool, new(operation, RequestAt(position)), position, found.Now()) is not { } item)
            {
                continue;
            }

            Items[position] = item;
            found.Add(operation, item);
        }

        found.Count();
    }

    // The same object once more may go to another pool than its first turn did, whose lane it stays in.
    private void LoadAgain(int position, Slot slot)
    {
        Load(position, ref slot.Item);
        if (PoolAt(position) is { } pool && pool != slot.Lane.Group.Pool)
            slot.Item.Pool = pool;
    }

    private void Share(Slot slot, BatchItem answered, int follower)
    {
        for (; follower >= 0; follower = equal!.NextFollower(follower))
        {
            var item = answered.SharedWith(RequestAt(follower), follower);
            Items[follower] = item;
            run.Record(slot, item);
            slot.Lane.Meter.Deduplicated(item.Error?.Kind);
        }
    }
}
