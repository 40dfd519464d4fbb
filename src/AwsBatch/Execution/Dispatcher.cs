using AwsBatch.Admission;

namespace AwsBatch.Execution;

/// <summary>
/// Decides what of a call is sent next. A worker that can go on in its lane does so without a lock; whoever ends, parks,
/// is granted a permit or is woken takes the lock, and starts as many workers as there is room and work for.
/// </summary>
internal sealed class Dispatcher : IDisposable
{
    private readonly Lock gate = new();
    private readonly Run run;
    private readonly Work work;
    private readonly Lane[] lanes;
    private readonly PoolGroup[] groups;
    private readonly Agenda agenda;
    private readonly CancellationTokenRegistration stopping;
    private readonly TaskCompletionSource ended = new();
    private readonly Stack<Worker> idle = new();
    private readonly Queue<WaitingItem> outcomes = new();
    private readonly Queue<IGateWaiter> granted = new();
    private readonly LinkedList<JoinedItem> joined = new();

    // With one lane and no rate to keep, a worker need not ask which request is next.
    private readonly Lane? only;
    private int running;
    private int waiting;
    private long notBefore;
    private long readMemoryAt;
    private bool stopped;
    private bool over;

    public Dispatcher(Run run, Work work)
    {
        this.run = run;
        this.work = work;
        lanes = work.CreateLanes(this);
        groups = [.. lanes.Select(static lane => lane.Group).Distinct()];
        only = lanes.Length == 1 && run.RateCap is null ? lanes[0] : null;
        agenda = new Agenda(run.Clock, _ => Wake());
        stopping = run.Stopping.UnsafeRegister(static dispatcher => ((Dispatcher)dispatcher!).Stop(), this);
    }

    /// <summary>How many attempts the call may have in flight now.</summary>
    public int Limit => Math.Min(run.Limit.Value, groups.Length == 1 ? groups[0].Pool.Gate.Limit : LimitOfPools());

    /// <summary>How many workers the call has at work.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>How many items wait for another attempt, or for another's answer.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    private bool MayStart => !run.IsStopping && running < Limit;

    /// <summary>Starts the call. Completed when every request has ended, or the call was stopped and nothing is in flight.</summary>
    public Task RunAsync()
    {
        Pump();
        return ended.Task;
    }

    /// <summary>Starts as many workers as there is room and work for.</summary>
    public void Pump()
    {
        lock (gate)
            StartWorkers();
        Settle();
    }

    /// <summary>Says that there may be room for one more: a request was supplied, or a limit has risen.</summary>
    public void Nudge()
    {
        if (Volatile.Read(ref running) < Limit)
            Pump();
    }

    /// <summary>A permit that the call had waited for.</summary>
    public void Granted(PoolGroup group)
    {
        lock (gate)
        {
            group.TakeGrant();
            StartWorkers();
            if (group.ReturnGrant() is { } next)
                granted.Enqueue(next);
        }

        Settle();
    }

    /// <summary>Gives the worker its next request. False: there is none for it now, and it is at rest.</summary>
    public bool TryNext(Worker worker)
    {
        if (MayGoOn(worker) && worker.Slot.Lane.TryTakeFresh(ref worker.Slot.Item))
            return true;

        bool goesOn;
        lock (gate)
        {
            Release(worker);
            running--;
            goesOn = MayStart && TryAdmit(worker);
            if (goesOn)
                running++;
            else
                idle.Push(worker);
            StartWorkers();
        }

        Settle();
        return goesOn;
    }

    /// <summary>Gives the worker's permit back while it waits for the reader of a stream.</summary>
    public void Lend(Worker worker)
    {
        lock (gate)
        {
            Release(worker);
            StartWorkers();
        }

        Settle();
    }

    /// <summary>
    /// Keeps the worker's item until its next attempt, or its time is over if that comes first. Without a delay the attempt is
    /// the next of its lane: a timer would let others use up what was put right for it.
    /// </summary>
    public void Park(Worker worker, TimeSpan delay, BatchItem outcome)
    {
        var item = new WaitingItem(worker.Slot.Lane, worker.Slot.Item, worker.Slot.ItemDeadline, outcome);
        lock (gate)
        {
            if (!stopped)
            {
                waiting++;
                if (delay > TimeSpan.Zero)
                {
                    agenda.Park(item, Math.Min(run.Clock.After(delay), item.ExpiresAt));
                    item.Lane.Group.Park();
                }
                else
                {
                    item.Lane.MakeReady(item);
                }

                return;
            }
        }

        work.Drop(item.Item);
    }

    /// <summary>Keeps an item until the answer to an equal one comes.</summary>
    public void Join(JoinedItem item)
    {
        bool isLate;
        lock (gate)
        {
            isLate = stopped;
            if (!isLate && item.Early is { } early)
            {
                waiting++;
                Resume(early);
                StartWorkers();
            }
            else if (!isLate)
            {
                item.ExpiresAt = run.Clock.After(run.Settings.TotalTimeout);
                joined.AddLast(item.Place);
                waiting++;
            }
        }

        if (isLate && item.Early is { } passed)
            work.Drop(passed.Item);
        else if (isLate)
            item.Leave();
        Settle();
    }

    /// <summary>Says that an item need not wait any longer for an equal one.</summary>
    /// <returns>Whether its call still has a use for it.</returns>
    public bool Settled(JoinedItem item, WaitingItem then)
    {
        lock (gate)
        {
            if (stopped || item.IsLeft)
                return false;

            if (item.Place.List is null)
            {
                item.Early = then;
                return true;
            }

            joined.Remove(item.Place);
            Resume(then);
            StartWorkers();
        }

        Settle();
        return true;
    }

    /// <summary>Puts what the worker's item continues with before the fresh requests of its lane.</summary>
    public void Requeue(Worker worker)
    {
        lock (gate)
        {
            if (stopped)
                return;
            worker.Slot.Lane.MakeReady(new WaitingItem(worker.Slot.Lane, worker.Slot.Item, long.MaxValue, outcome: null));
            waiting++;
        }
    }

    /// <summary>Puts a worker to rest whose work ended in an exception.</summary>
    public void Rest(Worker worker)
    {
        lock (gate)
        {
            Release(worker);
            running--;
            StartWorkers();
        }

        work.Drop(worker.Slot.Item);
        Settle();
    }

    public void Dispose()
    {
        stopping.Dispose();
        agenda.Dispose();
    }

    // Without the lock: what it reads may be a moment old, which costs one attempt too early or a look under the lock.
    private bool MayGoOn(Worker worker) =>
        only is not null
        && worker.HoldsPermit
        && Volatile.Read(ref waiting) == 0
        && !run.IsStopping
        && only.Pacer.IsAsleep
        && Volatile.Read(ref running) <= Limit
        && only.Group.MayKeep
        && !run.Memory.IsShort;

    // From here on under the lock.

    private void StartWorkers()
    {
        while (MayStart)
        {
            var worker = idle.TryPop(out var rested) ? rested : new Worker(run, this, work);
            if (!TryAdmit(worker))
            {
                idle.Push(worker);
                break;
            }

            running++;
            run.Scheduler.Queue(worker);
        }

        Rearm();
        over = running == 0 && (stopped || (waiting == 0 && Array.TrueForAll(lanes, static lane => lane.IsExhausted)));
    }

    private void Resume(WaitingItem item)
    {
        if (item.Outcome is null)
            item.Lane.MakeReady(item);
        else
            outcomes.Enqueue(item);
    }

    private bool TryAdmit(Worker worker)
    {
        if (outcomes.TryDequeue(out var outcome))
        {
            waiting--;
            worker.Deliver(outcome);
            return true;
        }

        // Under pressure dispatch pauses, but never below one.
        readMemoryAt = running > 0 && run.Memory.IsShort ? run.Clock.After(MemoryGuard.Interval) : 0;
        if (readMemoryAt != 0)
            return false;

        var now = run.Clock.GetTimestamp();
        while (NextLane(now) is { } lane)
        {
            if (!lane.Group.TryEnter())
                continue;

            if (IsInPace(lane, now) && lane.TryTake(ref worker.Slot.Item, out var waited))
            {
                waiting -= waited ? 1 : 0;
                lane.Enter();
                worker.Serve(lane);
                return true;
            }

            Return(lane.Group);
        }

        return false;
    }

    // Max-min fair: the pool with the fewest requests in flight, in it the operation with the fewest, then the one served
    // least so far. A slow pool holds at most its share while a fast one has work, and all workers once it has none.
    private Lane? NextLane(long now)
    {
        if (notBefore > now)
            return null;

        Lane? best = null;
        foreach (var lane in lanes)
        {
            if (!lane.Group.IsInLine && lane.NotBefore <= now && lane.HasWork && (best is null || lane.IsServedBefore(best)))
                best = lane;
        }

        return best;
    }

    private bool IsInPace(Lane lane, long now)
    {
        if (!lane.Pacer.IsAsleep && !lane.Pacer.TryTake(now, lane.HasReady, out var paced))
        {
            lane.NotBefore = paced;
            return false;
        }

        if (run.RateCap is { } cap && !cap.TryTake(now, out var free))
        {
            notBefore = free;
            return false;
        }

        return true;
    }

    private void Release(Worker worker)
    {
        if (!worker.HoldsPermit)
            return;

        worker.HoldsPermit = false;
        worker.Slot.Lane.Leave();
        Return(worker.Slot.Lane.Group);
    }

    private void Return(PoolGroup group)
    {
        if (group.Pool.Gate.Leave() is { } next)
            granted.Enqueue(next);
    }

    private void Wake()
    {
        lock (gate)
        {
            agenda.Woken();
            var now = run.Clock.GetTimestamp();
            while (agenda.TakeDue(now) is { } item)
            {
                item.Lane.Group.Unpark();
                if (item.ExpiresAt <= now)
                    outcomes.Enqueue(item);
                else
                    item.Lane.MakeReady(item);
            }

            foreach (var lane in lanes)
                lane.TakeExpired(now, outcomes);
            while (joined.First?.Value is { } late && late.ExpiresAt <= now)
            {
                joined.RemoveFirst();
                outcomes.Enqueue(late.Expired(run.Settings.TotalTimeout));
            }

            StartWorkers();
        }

        Settle();
    }

    // What time alone brings: an item's next attempt, or its end; and if there is room for one more, memory and pace. Where
    // there is none, whoever makes room looks again: a time that has come before would ring again and again.
    private void Rearm()
    {
        var next = Math.Min(agenda.NextDue, joined.First?.Value.ExpiresAt ?? long.MaxValue);
        foreach (var lane in lanes)
            next = Math.Min(next, lane.NextExpiry);
        if (MayStart)
            next = Math.Min(next, readMemoryAt != 0 ? readMemoryAt : NextInPace());
        agenda.WakeAt(stopped ? long.MaxValue : next);
    }

    private long NextInPace()
    {
        var next = long.MaxValue;
        foreach (var lane in lanes)
        {
            if (!lane.Group.IsInLine && lane.HasWork)
                next = Math.Min(next, Math.Max(lane.NotBefore, notBefore));
        }

        return next;
    }

    private void Stop()
    {
        JoinedItem[] left;
        List<WaitingItem> dropped;
        lock (gate)
        {
            stopped = true;
            waiting = 0;
            left = [.. joined];
            joined.Clear();
            dropped = [.. agenda.Clear(), .. outcomes, .. lanes.SelectMany(static lane => lane.Clear())];
            outcomes.Clear();
            foreach (var group in groups)
                group.Withdraw();
            StartWorkers();
        }

        // Outside the lock: to pass the lead on calls others back.
        foreach (var item in left)
            item.Leave();
        foreach (var item in dropped)
            work.Drop(item.Item);
        Settle();
    }

    private int LimitOfPools()
    {
        long sum = 0;
        foreach (var group in groups)
            sum += group.Pool.Gate.Limit;
        return (int)Math.Min(sum, int.MaxValue);
    }

    // Outside the lock: tells other calls what is theirs now, and the caller that this one is over.
    private void Settle()
    {
        while (true)
        {
            IGateWaiter? next;
            bool isOver;
            lock (gate)
            {
                granted.TryDequeue(out next);
                isOver = over;
            }

            if (next is null)
            {
                if (isOver)
                    ended.TrySetResult();
                return;
            }

            next.Granted();
        }
    }
}
