using AwsBatch.Admission;

namespace AwsBatch.Execution;

/// <summary>
/// The workers of a call: starts as many as there is room and work for, and gives each what it serves. Unless said otherwise
/// its members belong to the dispatcher's lock.
/// </summary>
internal sealed class WorkerPool(Run run, Dispatcher dispatcher, Work work, LaneSchedule schedule, Backlog backlog)
{
    private readonly Stack<Worker> idle = new();
    private readonly Queue<IGateWaiter> granted = new();
    private int running;
    private long readMemoryAt;

    /// <summary>How many are at work. Takes no lock.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>How many may be. Takes no lock.</summary>
    public int Limit => Math.Min(run.Limit.Value, schedule.Limit);

    private bool MayStart => !run.IsStopping && running < Limit;

    /// <summary>Starts as many as there is room and work for.</summary>
    public void Start()
    {
        while (MayStart)
        {
            var worker = idle.TryPop(out var rested) ? rested : new Worker(run, dispatcher, work);
            if (!TryAdmit(worker))
            {
                idle.Push(worker);
                return;
            }

            running++;
            run.Scheduler.Queue(worker);
        }
    }

    /// <summary>Gives a worker that has served its request another, of any lane. False: there is none for it, and it is at rest.</summary>
    public bool TryContinue(Worker worker)
    {
        Dismiss(worker);
        if (MayStart && TryAdmit(worker))
        {
            running++;
            return true;
        }

        idle.Push(worker);
        return false;
    }

    /// <summary>Goes on without the worker.</summary>
    public void Dismiss(Worker worker)
    {
        Release(worker);
        running--;
    }

    /// <summary>Gives back the worker's permit, if it holds one.</summary>
    public void Release(Worker worker)
    {
        if (worker.Leave())
            Return(worker.Slot.Lane.Group);
    }

    /// <summary>Keeps who has the permit now that this call gave back; null if nobody was in line for it.</summary>
    public void Pass(IGateWaiter? waiter)
    {
        if (waiter is not null)
            granted.Enqueue(waiter);
    }

    /// <summary>One of those who have such a permit, to be told outside the lock.</summary>
    public IGateWaiter? TakeGranted() => granted.TryDequeue(out var waiter) ? waiter : null;

    /// <summary>
    /// What time alone brings: what waits, and if there is room for one more, memory and pace. Where there is none, whoever
    /// makes room looks again: a time that has come before would ring again and again.
    /// </summary>
    public long NextChange()
    {
        var next = backlog.NextChange(schedule.Lanes);
        return MayStart ? Math.Min(next, readMemoryAt != 0 ? readMemoryAt : schedule.NextInPace()) : next;
    }

    private bool TryAdmit(Worker worker)
    {
        if (backlog.TakeOutcome() is { } outcome)
        {
            worker.Deliver(outcome);
            return true;
        }

        // Under pressure dispatch pauses, but never below one.
        var now = run.Clock.GetTimestamp();
        readMemoryAt = running > 0 && run.Memory.IsShort(now) ? run.Clock.After(MemoryGuard.Interval) : 0;
        if (readMemoryAt != 0)
            return false;

        while (schedule.Next(now) is { } lane)
        {
            if (!lane.Group.TryEnter())
                continue;

            if (schedule.IsInPace(lane, now) && backlog.TryTake(lane, ref worker.Slot.Item))
            {
                schedule.Enter(lane);
                worker.Serve(lane);
                return true;
            }

            Return(lane.Group);
        }

        return false;
    }

    private void Return(PoolGroup group) => Pass(group.Pool.Gate.Leave(group));
}
