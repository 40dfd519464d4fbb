namespace AwsBatch.Admission;

/// <summary>
/// The rate of one throttle bucket, which is an operation of a pool: AWS throttles by token buckets per account, region and
/// API action, which no number in flight can match. Asleep until the first throttle. Times are timestamps of the clock it
/// was made with; thread-safe, and allocates nothing.
/// </summary>
internal sealed class Pacer
{
    // Sends may lag behind and catch up by this time, in seconds: timers of some platforms fire up to 16 ms late.
    private const double CatchUp = 0.02;

    // Cuts closer than this, in seconds, would measure a refill by too few successes.
    private const double LeastBetweenCuts = 0.5;

    // It no longer binds, and sleeps: its rate is this many times what is used, and has been left in peace for so many seconds.
    private const double Unbound = 3;
    private const double UnboundMargin = 5;
    private const double UnboundTime = 10;

    private readonly Lock gate = new();
    private readonly Goodput goodput = new();
    private readonly TimeProvider clock;
    private readonly long origin;
    private readonly double secondsPerTick;
    private bool awake;
    private PacedRate rate;
    private double published = double.PositiveInfinity;
    private double tokens;
    private double filledAt;
    private double keptForRetryUntil;
    private int succeededSinceCut;
    private int uncounted;

    public Pacer(TimeProvider clock)
    {
        this.clock = clock;
        origin = clock.GetTimestamp();
        secondsPerTick = 1.0 / clock.TimestampFrequency;
    }

    public bool IsAsleep => !Volatile.Read(ref awake);

    /// <summary>What it lets pass, as of the last call; infinite while asleep.</summary>
    public double RatePerSecond => Volatile.Read(ref published);

    /// <summary>Takes leave to send one attempt.</summary>
    /// <param name="now">The time.</param>
    /// <param name="isRetry">Whether the attempt repeats one that was throttled: it goes before those that have not been sent.</param>
    /// <param name="availableAt">When to ask again, if there is none.</param>
    public bool TryTake(long now, bool isRetry, out long availableAt)
    {
        availableAt = now;
        if (IsAsleep)
            return true;

        var time = Seconds(now);
        lock (gate)
        {
            if (!awake || FallAsleep(time))
                return true;

            var perSecond = rate.PerSecond(time);
            Volatile.Write(ref published, perSecond);
            tokens = Math.Min(Math.Max(1, perSecond * CatchUp), tokens + (Math.Max(0, time - filledAt) * perSecond));
            filledAt = Math.Max(filledAt, time);
            if (tokens >= 1 && (isRetry || time >= keptForRetryUntil))
            {
                tokens--;
                if (isRetry)
                    keptForRetryUntil = 0;
                return true;
            }

            // The next token, or for one that is not a retry the one after it.
            var wait = Math.Max(0, 1 - tokens) / perSecond;
            if (isRetry)
                keptForRetryUntil = time + wait + (1 / perSecond);
            else
                wait = Math.Max(wait, keptForRetryUntil - time);
            availableAt = now + Math.Max(1, (long)Math.Ceiling(wait * clock.TimestampFrequency));
            return false;
        }
    }

    /// <summary>Takes attempts that were answered, with anything but a throttle.</summary>
    /// <param name="now">When the last of them was.</param>
    /// <param name="count">How many they are.</param>
    public void Succeeded(long now, int count = 1)
    {
        // Whoever finds another counting leaves its own to the next: nobody waits for a count.
        if (!gate.TryEnter())
        {
            Interlocked.Add(ref uncounted, count);
            return;
        }

        try
        {
            var time = Seconds(now);
            CountUncounted(time);
            Count(time, count);
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <summary>Takes an attempt that was throttled.</summary>
    /// <param name="startedAt">When it was sent: before the last cut, it says nothing of the rate since.</param>
    /// <param name="now">When its answer came.</param>
    public void Throttled(long startedAt, long now)
    {
        double started = Seconds(startedAt), time = Seconds(now);
        lock (gate)
        {
            CountUncounted(time);
            if (!awake)
            {
                rate = PacedRate.AfterFirstCut(time, goodput.PerSecond(time));
                tokens = keptForRetryUntil = 0;
                filledAt = time;
                Volatile.Write(ref awake, true);
            }
            else if (started >= rate.CutAt && time - rate.CutAt > LeastBetweenCuts)
            {
                rate = rate.AfterCut(time, succeededSinceCut / (time - rate.CutAt));
            }
            else
            {
                return;
            }

            succeededSinceCut = 0;
            Volatile.Write(ref published, rate.PerSecond(time));
        }
    }

    private void CountUncounted(double time)
    {
        if (Volatile.Read(ref uncounted) != 0)
            Count(time, Interlocked.Exchange(ref uncounted, 0));
    }

    private void Count(double time, int successes)
    {
        goodput.Count(time, successes);
        succeededSinceCut += successes;
    }

    private bool FallAsleep(double time)
    {
        if (time - rate.CutAt <= UnboundTime || rate.PerSecond(time) <= Unbound * (goodput.PerSecond(time) + UnboundMargin))
            return false;
        Volatile.Write(ref published, double.PositiveInfinity);
        Volatile.Write(ref awake, false);
        return true;
    }

    private double Seconds(long timestamp) => (timestamp - origin) * secondsPerTick;
}
