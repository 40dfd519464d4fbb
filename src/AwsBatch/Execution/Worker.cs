using System.Runtime.CompilerServices;
using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>
/// Serves one request after the other: attempt, measure, retry or complete, next. As many work at a time as the call may
/// have in flight; one that has nothing to do costs nothing and is used again.
/// </summary>
internal sealed class Worker(Run run, Dispatcher dispatcher, Work work) : IThreadPoolWorkItem
{
    private BatchItem? outcome;

    public Slot Slot { get; } = run.OpenSlot();

    /// <summary>The lane of its request.</summary>
    public Lane Lane { get; private set; } = null!;

    /// <summary>Whether it holds a permit of its lane's pool.</summary>
    public bool HoldsPermit { get; set; }

    /// <summary>Sends the request that it was given.</summary>
    public void Serve(Lane lane)
    {
        Lane = lane;
        HoldsPermit = true;
        Slot.Serve(lane.Group.Pool, lane.Meter);
    }

    /// <summary>Ends an item that waits no longer.</summary>
    public void Deliver(WaitingItem item)
    {
        Lane = item.Lane;
        Slot.Item = item.Item;
        outcome = item.Outcome;
    }

    public void Execute() => run.InContext(this, static worker => _ = worker.WorkAsync());

    // Pooled, as the attempt is: a worker that starts and stops costs no state machine.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WorkAsync()
    {
        try
        {
            do
            {
                var item = TakeOutcome() ?? await AttemptAsync().ConfigureAwait(false);
                if (!TryRetry(item) && await CompleteAsync(item).ConfigureAwait(false))
                    dispatcher.Requeue(this);
            }
            while (dispatcher.TryNext(this));
        }
        catch (Exception exception)
        {
            run.Fault(exception);
            dispatcher.Rest(this);
        }
    }

    private async ValueTask<BatchItem> AttemptAsync()
    {
        var item = await work.AttemptAsync(Slot).ConfigureAwait(false);
        Measure(item);
        return item;
    }

    private BatchItem? TakeOutcome()
    {
        var taken = outcome;
        outcome = null;
        return taken;
    }

    private bool TryRetry(BatchItem item)
    {
        if (item.IsSuccess || !Slot.Decision.Again || run.IsStopping)
            return false;

        dispatcher.Park(this, run.Clock.After(Slot.Decision.Delay), item);
        return true;
    }

    private async ValueTask<bool> CompleteAsync(BatchItem item)
    {
        var delivery = work.CompleteAsync(Slot, item);
        if (!delivery.IsCompleted && HoldsPermit)
            dispatcher.Lend(this);
        return await delivery.ConfigureAwait(false);
    }
}
