using AwsBatch.Admission;

namespace AwsBatch.Execution;

/// <summary>
/// Decides what of a call is sent next. A worker that can go on in its lane does so without a lock; whoever ends, parks,
/// is granted a permit or is woken takes the lock, and lets as many workers start as there is room and work for.
/// </summary>
internal sealed class Dispatcher : IDisposable
{
    private readonly Lock gate = new();
    private readonly Run run;
    private readonly Work work;
    private readonly LaneSchedule schedule;
    private readonly Backlog backlog;
    private readonly WorkerPool workers;
    private readonly CancellationTokenRegistration stopping;
    private readonly TaskCompletionSource ended = new();
    private bool stopped;
    private bool over;

    public Dispatcher(Run run, Work work)
    {
        this.run = run;
        this.work = work;
        Feedback = new Feedback(run, this);
        schedule = new LaneSchedule(run.RateCap);
        schedule.Add(work.CreateLanes(this));
        backlog = new Backlog(run.Clock, run.Settings.TotalTimeout, _ => Wake());
        workers = new WorkerPool(run, this, work, schedule, backlog);
        stopping = run.Stopping.UnsafeRegister(static dispatcher => ((Dispatcher)dispatcher!).Stop(), this);
    }

    /// <summary>Tells admission what came of the call's attempts.</summary>
    public Feedback Feedback { get; }

    /// <inheritdoc cref="Run.Within"/>
    public object? Within => run.Within;

    /// <summary>How many attempts the call may have in flight now.</summary>
    public int Limit => workers.Limit;

    /// <summary>How many workers the call has at work.</summary>
    public int Running => workers.Running;

    /// <summary>How many items wait for another attempt, or for another's answer.</summary>
    public int Waiting => backlog.Count;

    /// <summary>Starts the call. Completed when every request has ended, or the call was stopped and nothing is in flight.</summary>
    public Task RunAsync()
    {
        Pump();
        return ended.Task;
    }

    /// <summary>Adds a lane to a call that is under way.</summary>
    public void Add(Lane lane)
    {
        lock (gate)
            schedule.Add(lane);
    }

    /// <summary>Starts as many workers as there is room and work for.</summary>
    public void Pump()
    {
        using var turn = new Turn(this);
    }

    /// <summary>Says that there may be room for one more: a request was supplied, or a limit has risen.</summary>
    public void Nudge()
    {
        if (Running < Limit)
            Pump();
    }

    /// <summary>A permit that the call had waited for.</summary>
    /// <returns>Who has it instead: told by the caller, for a thousand calls that have no use for a permit are no recursion.</returns>
    public IGateWaiter? Granted(PoolGroup group)
    {
        IGateWaiter? instead;
        lock (gate)
        {
            group.TakeGrant();
            StartWorkers();
            workers.Pass(group.ReturnGrant());
            instead = workers.TakeGranted();
        }

        Settle();
        return instead;
    }

    /// <summary>Gives the worker its next request. False: there is none for it now, and it is at rest.</summary>
    public bool TryNext(Worker worker)
    {
        if (MayGoOn(worker) && worker.Slot.Lane.TryTakeFresh(ref worker.Slot.Item))
        {
            if (work.Sharing is null)
                worker.Slot.Follow();
            return true;
        }

        using var turn = new Turn(this);
        return workers.TryContinue(worker);
    }

    /// <summary>Gives the worker's permit back while it waits for the reader of a stream.</summary>
    public void Lend(Worker worker)
    {
        using var turn = new Turn(this);
        workers.Release(worker);
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
                if (delay > TimeSpan.Zero)
                    backlog.Park(item, delay);
                else
                    backlog.MakeReady(item);
                return;
            }
        }

        work.Drop(item.Item);
    }

    /// <summary>Keeps an item until the answer to an equal one comes.</summary>
    public void Join(JoinedItem item)
    {
        using (new Turn(this))
        {
            if (!stopped)
            {
                backlog.Join(item);
                return;
            }
        }

        if (item.Early is { } passed)
            work.Drop(passed.Item);
        else
            item.Leave();
    }

    /// <summary>Says that an item need not wait any longer for an equal one.</summary>
    /// <returns>Whether its call still has a use for it.</returns>
    public bool Settled(JoinedItem item, WaitingItem then)
    {
        using var turn = new Turn(this);
        if (stopped || item.IsLeft)
            return false;

        backlog.Settle(item, then);
        return true;
    }

    /// <summary>Puts what the worker's item continues with before the fresh requests of its lane.</summary>
    public void Requeue(Worker worker)
    {
        lock (gate)
        {
            if (!stopped)
                backlog.MakeReady(new WaitingItem(worker.Slot.Lane, worker.Slot.Item, long.MaxValue, outcome: null));
        }
    }

    /// <summary>Puts a worker to rest whose work ended in an exception.</summary>
    public void Rest(Worker worker)
    {
        try
        {
            work.Drop(worker.Slot.Item);
        }
        finally
        {
            using var turn = new Turn(this);
            workers.Dismiss(worker);
        }
    }

    public void Dispose()
    {
        stopping.Dispose();
        backlog.Dispose();
    }

    // Without the lock: what it reads may be a moment old, which costs one attempt too early or a look under the lock.
    private bool MayGoOn(Worker worker) =>
        schedule.Only is { } only
        && worker.HoldsPermit
        && backlog.Count == 0
        && !run.IsStopping
        && only.Pacer.IsAsleep
        && Running <= Limit
        && only.Group.MayKeep
        && !run.Memory.IsShort(worker.Slot.EndedAt);

    // From here on under the lock.

    private void StartWorkers()
    {
        workers.Start();
        backlog.WakeAt(stopped ? long.MaxValue : workers.NextChange());
        over = Running == 0 && (stopped || (backlog.Count == 0 && !work.MayGrow && schedule.IsExhausted));
    }

    private void Wake()
    {
        using var turn = new Turn(this);
        backlog.Advance(run.Clock.GetTimestamp(), schedule.Lanes);
    }

    private void Stop()
    {
        IReadOnlyList<JoinedItem> joined;
        IReadOnlyList<WaitingItem> dropped;
        lock (gate)
        {
            stopped = true;
            (joined, dropped) = backlog.Clear(schedule.Lanes);
            foreach (var group in schedule.Groups)
                group.Withdraw();
            StartWorkers();
        }

        // Outside the lock: to pass the lead on calls others back. What listens to spans may throw, and the call ends all the same.
        try
        {
            foreach (var item in joined)
                item.Leave();
            foreach (var item in dropped)
                work.Drop(item.Item);
        }
        finally
        {
            Settle();
        }
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
                next = workers.TakeGranted();
                isOver = over;
            }

            if (next is null)
            {
                if (isOver)
                    ended.TrySetResult();
                return;
            }

            while (next is not null)
                next = next.Granted();
        }
    }

    /// <summary>The lock, and what follows from whatever was done under it.</summary>
    private readonly ref struct Turn
    {
        private readonly Dispatcher dispatcher;

        public Turn(Dispatcher dispatcher)
        {
            this.dispatcher = dispatcher;
            dispatcher.gate.Enter();
        }

        public void Dispose()
        {
            try
            {
                dispatcher.StartWorkers();
            }
            finally
            {
                dispatcher.gate.Exit();
            }

            dispatcher.Settle();
        }
    }
}
