namespace AwsBatch.Admission;

/// <summary>
/// A fixed rate, evenly spaced: the generic cell rate algorithm (ITU-T I.371), whose whole state is when the next request
/// is due. Times are timestamps of the clock it was made with; thread-safe, without a lock.
/// </summary>
internal sealed class RateCap
{
    // How far sends may lag behind and catch up, in seconds: timers of some platforms fire up to 16 ms late.
    private const double CatchUp = 0.02;

    private readonly long interval;
    private readonly long catchUp;
    private long due;

    public RateCap(double perSecond, TimeProvider clock)
    {
        // No rate is so low that times overflow.
        interval = (long)Math.Clamp(clock.TimestampFrequency / perSecond, 1, long.MaxValue / 4);
        catchUp = (long)(clock.TimestampFrequency * CatchUp);
        due = clock.GetTimestamp();
    }

    /// <summary>Whether one request may be sent.</summary>
    /// <param name="now">The time.</param>
    /// <param name="availableAt">When to ask again, if not.</param>
    public bool IsDue(long now, out long availableAt)
    {
        availableAt = Volatile.Read(ref due);
        return now >= availableAt;
    }

    /// <summary>Takes leave to send one request.</summary>
    /// <param name="now">The time.</param>
    /// <param name="availableAt">When to ask again, if there is none.</param>
    public bool TryTake(long now, out long availableAt)
    {
        while (true)
        {
            var current = Volatile.Read(ref due);
            availableAt = current;
            if (now < current)
                return false;
            var next = Math.Max(current, now - catchUp) + interval;
            if (Interlocked.CompareExchange(ref due, next, current) == current)
                return true;
        }
    }
}
