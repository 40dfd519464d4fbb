namespace AwsBatch.Admission;

/// <summary>
/// Measures the baseline: lowers the limit for about two round trips so that the queue drains, and reads the latency of what
/// was sent meanwhile. Probes fall on the same wall-clock times in all processes, which so drain together without talking.
/// </summary>
/// <param name="baseline">What it measures.</param>
/// <param name="wallClock">The wall clock at the limiter's time zero, in seconds.</param>
internal sealed class DrainProbe(Baseline baseline, double wallClock)
{
    // How far the limit is lowered: below what is in flight without a queue, as far as is known.
    private const double Depth = 0.75;
    private const double Deepest = 0.25;
    private const double Shallowest = 0.6;
    private const double LowestLimit = 2;

    // In round trips under load: when the queue has drained, how long attempts are sent for the measurement, and how long
    // those are waited for. All of them count, the slow ones as well: a cohort has no survivor's bias.
    private const double Drain = 1;
    private const double Sending = 2.5;
    private const double Waiting = 4;
    private const double FirstDepth = 0.3;
    private const double LeastVariation = 0.4;
    private bool hasShared;
    private const double Guard = 0.3;
    private const double AloneError = 0.1;
    private const double WantedError = 0.12;
    private const int MostAttempts = 60;
    private const int FewestAttempts = 12;

    private double dueAt = NextOnClock(0, 0, wallClock);
    private double limitBefore;
    private double sentFrom;
    private double sentUntil;
    private double raiseAt;
    private double answeredBy;
    private bool isShared;
    private int count;
    private double sum;
    private double squares;
    private double latencyBefore;

    /// <summary>Whether the limit is lowered.</summary>
    public bool IsLowered { get; private set; }

    public bool IsMeasuring { get; private set; }

    public bool IsUnderWay => IsLowered || IsMeasuring;

    public bool IsDue(double now) => now >= dueAt;

    /// <returns>The limit while the probe lasts.</returns>
    public double Begin(double limit, double latency, double now, bool shared)
    {
        IsLowered = IsMeasuring = true;
        isShared = shared;
        limitBefore = limit;
        latencyBefore = latency;
        sentFrom = now + (Drain * latency);
        raiseAt = sentFrom + (Sending * latency);
        sentUntil = raiseAt - (Guard * latency);
        count = 0;
        sum = squares = 0;
        return Math.Max(LowestLimit, (shared && !hasShared ? FirstDepth : Math.Clamp(Depth * baseline.Latency / latency, Deepest, Shallowest)) * limit);
    }

    public void Abandon() => IsLowered = IsMeasuring = false;

    /// <summary>Sets the time of the next one.</summary>
    /// <param name="now">The limiter's time.</param>
    /// <param name="latency">A probe of a slow service lasts longer: there are fewer of them.</param>
    public void Schedule(double now, double latency) => dueAt = NextOnClock(now, latency, wallClock);

    public void Observe(in Attempt attempt)
    {
        if (!IsMeasuring || attempt.Started < sentFrom || ((isShared || !IsLowered) && attempt.Started > sentUntil))
            return;
        var latency = attempt.Latency;
        count++;
        sum += latency;
        squares += latency * latency;
    }

    /// <returns>The limit before the probe, once enough was sent.</returns>
    public double? Raise(double now)
    {
        if (!IsLowered || now < raiseAt || (!isShared && (count < FewestAttempts / 2 || (count < MostAttempts && Error > WantedError))))
            return null;
        IsLowered = false;
        if (!isShared)
            sentUntil = now;
        answeredBy = now + (Waiting * latencyBefore);
        return limitBefore;
    }

    public void Conclude(double now)
    {
        if (!IsMeasuring || IsLowered || now < answeredBy || count == 0)
            return;
        IsMeasuring = false;
        if (count < 4)
            return;
        var latency = sum / count;
        var error = Error;
        hasShared |= isShared;
        if (isShared)
            baseline.Measure(now, latency, error);
        else if (!baseline.IsSurprisedBy(latency, error))
            baseline.MeasureAlone(now, latency, error, AloneError);
    }

    private double Error => Math.Max(LeastVariation, Math.Sqrt(Math.Max(0, (squares / count) - (sum / count * sum / count))) / (sum / count)) / Math.Sqrt(count);

    private static double NextOnClock(double now, double latency, double wallClock)
    {
        var period = latency < 0.4 ? 10.0 : latency < 1.5 ? 30.0 : 120.0;
        return ((Math.Floor((now + wallClock) / period) + 1) * period) - wallClock;
    }
}
