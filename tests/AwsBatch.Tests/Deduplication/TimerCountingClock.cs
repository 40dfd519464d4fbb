namespace AwsBatch.Tests.Deduplication;

/// <summary>Counts timers that were made and those not yet disposed.</summary>
internal sealed class TimerCountingClock(TimeProvider time) : TimeProvider
{
    private int created;
    private int alive;

    public int Created => created;

    public int Alive => alive;

    /// <summary>Whether the last timer was made without the ambient state of the one who made it.</summary>
    public bool IsDetached { get; private set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp() => time.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref created);
        Interlocked.Increment(ref alive);
        IsDetached = ExecutionContext.IsFlowSuppressed();
        return new CountedTimer(this, time.CreateTimer(callback, state, dueTime, period));
    }

    private sealed class CountedTimer(TimerCountingClock clock, ITimer timer) : ITimer
    {
        private bool disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            if (!disposed)
                Interlocked.Decrement(ref clock.alive);
            disposed = true;
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
