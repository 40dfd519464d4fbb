namespace AwsBatch.Specification.OnTheWire.Support;

/// <summary>The machine's clock at so many times its speed: the core's waits are short while the wire keeps its own time.</summary>
internal sealed class FastClock(int factor) : TimeProvider
{
    private readonly DateTimeOffset start = System.GetUtcNow();
    private readonly long origin = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency / factor;

    public override long GetTimestamp() => System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + GetElapsedTime(origin);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);

    // To whole milliseconds and up: a timer that rings early would find nothing due.
    private TimeSpan Shorten(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / factor));

    private sealed class Timer(ITimer inner, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
