using AwsBatch.Retries;
using AwsBatch.Telemetry;

namespace AwsBatch.Execution;

/// <summary>
/// Serves one request after the other: attempt, measure, retry or complete, next. As many work at a time as the call may
/// have in flight; one that has nothing to do costs nothing and is used again.
/// </summary>
internal sealed class Worker(Run run, Dispatcher dispatcher, Work work) : IThreadPoolWorkItem
{
    private ExecutionContext? context;
    private BatchItem? outcome;

    public Slot Slot { get; } = run.OpenSlot();

    /// <summary>What its next request waits with, if it has to wait for the answer to an equal one.</summary>
    public JoinedItem? Spare { get; set; }

    /// <summary>Whether it holds a permit of its lane's pool.</summary>
    public bool HoldsPermit { get; private set; }

    /// <summary>Sends the request that it was given.</summary>
    public void Serve(Lane lane)
    {
        Slot.Lane = lane;
        HoldsPermit = true;
    }

    /// <summary>Leaves its lane, and gives back its permit of it, if it holds one.</summary>
    public bool Leave()
    {
        if (!HoldsPermit)
            return false;

        HoldsPermit = false;
        dispatcher.Feedback.Leave(Slot);
        Slot.Leave();
        Slot.Lane.Leave();
        return true;
    }

    /// <summary>Ends an item that waits no longer.</summary>
    public void Deliver(WaitingItem item)
    {
        Slot.Lane = item.Lane;
        Slot.Item = item.Item;
        outcome = item.Outcome;
    }

    /// <inheritdoc cref="IThreadPoolWorkItem.Execute"/>
    public void Execute() =>
        ExecutionContext.Run(context ??= run.ContextOf(Slot), static worker => _ = ((Worker)worker!).WorkAsync(), this);

    // Until nothing is left to do for it.
    private async Task WorkAsync()
    {
        try
        {
            do
            {
                if (outcome is { } settled)
                {
                    outcome = null;
                    Slot.WaitedInVain(settled);
                    work.Sharing?.Expire(ref Slot.Item);
                    await CompleteAsync(settled).ConfigureAwait(false);
                }
                else if (run.IsStopping)
                {
                    work.Drop(Slot.Item);
                }
                else if (!IsAnsweredElsewhere(out var item))
                {
                    if (item is null)
                    {
                        if (run.Routing.MayApply(Slot.Item, Slot.Lane))
                            Slot.Redirect(await run.Routing.FindAsync(Slot.Lane, work.RequestOf(Slot), run.Stopping).ConfigureAwait(false));
                        // As the caller left it: an item's span is not its neighbour's.
                        ExecutionContext.Restore(context!);
                        var attempt = work.AttemptAsync(Slot);
                        await attempt.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                        item = work.Conclude(Slot, attempt);
                        dispatcher.Feedback.Take(Slot, item);
                        Slot.Pool.Note(IsReached(item.Error), Slot.StartedAt);
                    }

                    if (!await TryRetryAsync(item).ConfigureAwait(false))
                        await CompleteAsync(item).ConfigureAwait(false);
                }
            }
            while (dispatcher.TryNext(this));
        }
        catch (Exception exception)
        {
            run.Fault(exception);
            dispatcher.Rest(this);
        }
    }

    // Whether the request waits for the answer to an equal one; if it need not wait, that answer is the item.
    private bool IsAnsweredElsewhere(out BatchItem? item)
    {
        item = null;
        return work.Sharing is { } sharing
            && sharing.TryShare(this, dispatcher, work.RequestOf(Slot), out item)
            && item is null;
    }

    private static bool? IsReached(BatchError? error) => error switch
    {
        null or { StatusCode: not null } => true,
        { Kind: BatchErrorKind.Network, WasSent: false } => false,
        _ => null,
    };

    private ValueTask<bool> TryRetryAsync(BatchItem item)
    {
        if (item.IsSuccess || !Slot.Verdict.Decision.Again || Slot.IsOverdue || run.IsStopping)
            return new ValueTask<bool>(false);
        return RetryAsync(item);
    }

    private async ValueTask<bool> RetryAsync(BatchItem item)
    {
        var (failure, decision) = Slot.Verdict;
        // An open breaker parks items. Once it has been open for as long as an item may take, parking the next is of no use.
        if (failure.Outcome == Outcome.Park && Slot.Pool.IsUnreachableFor(run.Settings.TotalTimeout))
            return false;

        if (!await run.Remedies.ApplyAsync(Slot, work.RequestOf(Slot), failure, run.Stopping).ConfigureAwait(false))
        {
            Slot.WaitedInVain(item);
            return false;
        }

        ItemTracer.Retrying(Slot.Item.Span, Slot.Item.Attempts, item.Error!, decision.Delay);
        dispatcher.Park(this, decision.Delay, item);
        return true;
    }

    private ValueTask CompleteAsync(BatchItem item)
    {
        work.Sharing?.End(ref Slot.Item, item);
        Slot.Complete(item);
        var delivery = work.CompleteAsync(Slot, item);
        if (!delivery.IsCompletedSuccessfully)
            return DeliverAsync(delivery);

        if (delivery.Result)
            dispatcher.Requeue(this);
        return ValueTask.CompletedTask;
    }

    private async ValueTask DeliverAsync(ValueTask<bool> delivery)
    {
        dispatcher.Lend(this);
        if (await delivery.ConfigureAwait(false))
            dispatcher.Requeue(this);
    }
}
