namespace AwsBatch.Simulation.Core;

/// <summary>Time that passes only from one event to the next; of events at the same time any may come first.</summary>
internal sealed class SimulatedTime(Random random) : TimeProvider
{
    private const long Start = TimeSpan.TicksPerSecond;

    private readonly PriorityQueue<(Alarm Alarm, int Setting), (long At, int Order)> events = new();
    private readonly HashSet<Alarm> timers = [];
    private readonly int thread = Environment.CurrentManagedThreadId;

    /// <summary>In ticks of <see cref="TimeSpan"/>; never 0, which could mean never.</summary>
    public long Now { get; private set; } = Start;

    public TimeSpan Elapsed => TimeSpan.FromTicks(Now - Start);

    /// <summary>How many timers were made and not disposed.</summary>
    public int Timers => timers.Count;

    /// <summary>How often timers have rung.</summary>
    public int Rings { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        if (Environment.CurrentManagedThreadId != thread)
            throw new InvalidOperationException("The engine has left the simulation's thread, so that its seed no longer decides.");
        return Now;
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(Now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Alarm(this, () =>
        {
            Rings++;
            callback(state);
        });
        timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Has something happen later, once.</summary>
    public void After(TimeSpan delay, Action happen) => new Alarm(this, happen).Change(delay, Timeout.InfiniteTimeSpan);

    /// <summary>Lets time pass until the next event, and has it happen.</summary>
    /// <returns>False if nothing is going to happen in that time.</returns>
    public bool TryPass(TimeSpan atMost)
    {
        while (events.TryPeek(out var next, out var when))
        {
            var isSet = next.Alarm.IsSetAs(next.Setting);
            if (isSet && when.At - Now > atMost.Ticks)
                return false;

            events.Dequeue();
            if (!isSet)
                continue;

            Now = Math.Max(Now, when.At);
            next.Alarm.Ring();
            return true;
        }

        return false;
    }

    private int Order() => random.Next();

    private sealed class Alarm(SimulatedTime time, Action ring) : ITimer
    {
        private TimeSpan period;
        private int setting;
        private bool disposed;

        public bool IsSetAs(int known) => setting == known;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (disposed)
                return false;

            this.period = period;
            Set(dueTime);
            return true;
        }

        public void Ring()
        {
            Set(period);
            ring();
        }

        public void Dispose()
        {
            disposed = true;
            setting++;
            time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(TimeSpan due)
        {
            setting++;
            if (due != Timeout.InfiniteTimeSpan)
                time.events.Enqueue((this, setting), (time.Now + due.Ticks, time.Order()));
        }
    }
}
