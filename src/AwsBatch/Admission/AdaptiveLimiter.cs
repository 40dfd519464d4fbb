namespace AwsBatch.Admission;

/// <summary>
/// How many attempts may be in flight: follows a <see cref="TargetRule"/> or a <see cref="KneeRule"/>, and brakes when
/// throttled. Times are timestamps of the clock it was made with; thread-safe, and allocates nothing.
/// </summary>
internal sealed class AdaptiveLimiter
{
    // A throttle says so in words, where a rise of latency waits for evidence: half at once.
    private const double BrakedShare = 0.5;

    // A pacer uses this many times rate × latency at most, its tokens being evenly spread.
    private const double PacedShare = 2;

    // How long the brake holds, in seconds: by then the pacer has the rate, and other operations want their room back.
    private const double BrakeTime = 1;

    // The weight of a sample in the round trip's running mean (RFC 6298's SRTT).
    private const double Smoothing = 0.125;

    private readonly Lock gate = new();
    private readonly LimiterSettings settings;
    private readonly ILimitRule rule;
    private readonly long origin;
    private readonly double secondsPerTick;
    private double limit;
    private double unbraked;
    private double brakedAt = double.NegativeInfinity;
    private bool isBraked;
    private double roundTrip;
    private int whole;

    /// <param name="settings">The range, the start and the aim.</param>
    /// <param name="clock">Asked once, for what its timestamps mean.</param>
    public AdaptiveLimiter(LimiterSettings settings, TimeProvider clock)
    {
        this.settings = settings;
        origin = clock.GetTimestamp();
        secondsPerTick = 1.0 / clock.TimestampFrequency;
        rule = settings.TargetLatency is { } target
            ? new TargetRule(settings, target.TotalSeconds)
            : new KneeRule(settings, (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
        Set(settings.Clamp(settings.Initial));
    }

    /// <summary>How many attempts may be in flight now.</summary>
    public int Limit => Volatile.Read(ref whole);

    /// <summary>
    /// Notes that a call asks for so many in flight by number: the most the limit may grow to, and, as long as nothing better is
    /// known, where it starts.
    /// </summary>
    public void Expect(int concurrency, long now)
    {
        lock (gate)
        {
            settings.Allow(concurrency);
            if (!rule.IsStartingUp || concurrency <= limit)
                return;

            Set(concurrency);
            rule.Restart(Seconds(now), limit);
        }
    }

    /// <summary>Takes an attempt that was answered, with anything but a throttle.</summary>
    /// <param name="startedAt">When it was sent.</param>
    /// <param name="now">When the headers of its answer came.</param>
    /// <param name="inFlight">How many attempts were in flight then, itself included.</param>
    public void Succeeded(long startedAt, long now, int inFlight)
    {
        // A sample among hundreds of thousands a second, at less than which nobody meets here, is not worth waiting for.
        if (!gate.TryEnter())
            return;

        try
        {
            var attempt = new Attempt(Seconds(startedAt), Seconds(now), inFlight);
            roundTrip += (roundTrip == 0 ? 1 : Smoothing) * (attempt.Latency - roundTrip);
            if (isBraked && attempt.Ended - brakedAt >= BrakeTime)
                Release(attempt.Ended);
            if (!isBraked)
                Set(rule.Next(limit, attempt));
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <summary>Takes an attempt that was throttled.</summary>
    /// <param name="startedAt">When it was sent.</param>
    /// <param name="now">When the headers of its answer came.</param>
    /// <param name="pacedRatePerSecond">What its pacer sends from now on, which the limit leaves room for.</param>
    public void Throttled(long startedAt, long now, double pacedRatePerSecond)
    {
        double started = Seconds(startedAt), ended = Seconds(now);
        lock (gate)
        {
            // Sent before the last brake, it speaks of the limit before it.
            if (started < brakedAt)
                return;

            if (!isBraked)
                unbraked = rule.Undisturbed(limit);
            isBraked = true;
            brakedAt = ended;
            var paced = double.IsFinite(pacedRatePerSecond) ? PacedShare * pacedRatePerSecond * roundTrip : 0;
            Set(Math.Min(limit, settings.Clamp(Math.Max(limit * BrakedShare, paced))));
            rule.Interrupt(ended, limit);
        }
    }

    private void Release(double now)
    {
        isBraked = false;
        Set(unbraked);
        rule.Interrupt(now, limit);
    }

    private void Set(double value)
    {
        limit = value;
        Volatile.Write(ref whole, (int)value);
    }

    private double Seconds(long timestamp) => (timestamp - origin) * secondsPerTick;
}
