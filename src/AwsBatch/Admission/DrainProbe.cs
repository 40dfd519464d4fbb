namespace AwsBatch.Admission;

/// <summary>
/// Measures the baseline: lowers the limit for about two generations so that the queue drains, and reads the latency.
/// Probes fall on the same wall-clock times in all processes, which so drain together without talking.
/// </summary>
/// <param name="baseline">What it measures.</param>
/// <param name="wallClock">The wall clock at the limiter's time zero, in seconds.</param>
internal sealed class DrainProbe(Baseline baseline, double wallClock)
{
    // How far the limit is lowered.
    private const double Depth = 0.4;
    private const double LowestLimit = 2;

    // How much an answer needs to say: attempts, and the relative error that stands for more of them.
    private const int FewestAttempts = 30;
    private const int MostAttempts = 80;
    private const double WantedError = 0.09;

    // Latency that stays above this share of what it was did not follow the limit down: there had been no queue.
    private const double Followed = 0.88;

    // What the latency under full load is worth as a measurement of the baseline, at best.
    private const double FullLoadError = 0.06;

    private double dueAt = NextOnClock(0, 0, wallClock);
    private double limitBefore;
    private double latencyBefore;
    private bool suspected;

    public bool IsUnderWay { get; private set; }

    public bool IsDue(double now) => now >= dueAt;

    /// <returns>The limit while the probe lasts.</returns>
    public double Begin(double limit, double latency)
    {
        IsUnderWay = true;
        limitBefore = limit;
        latencyBefore = latency;
        return Math.Max(LowestLimit, Depth * limit);
    }

    public void Abandon() => IsUnderWay = false;

    /// <summary>Sets the time of the next one.</summary>
    /// <param name="now">The limiter's time.</param>
    /// <param name="latency">A probe of a slow service lasts longer: there are fewer of them.</param>
    public void Schedule(double now, double latency) => dueAt = NextOnClock(now, latency, wallClock);

    /// <returns>The limit before the probe, once it has its answer.</returns>
    public Verdict Judge(MeasurementWindow window, double limit, double now)
    {
        var error = window.StandardError;
        if (window.Count < Math.Max(FewestAttempts, limit) || (error > WantedError && window.Count < MostAttempts))
            return Verdict.Wait;

        // One rise may be the queue of others who drain a little later.
        var latency = window.LittleLatency(now);
        if (!suspected && baseline.IsSurprisedBy(latency, error))
        {
            suspected = true;
            return Verdict.Keep;
        }

        suspected = false;
        IsUnderWay = false;
        baseline.Measure(now, latency, error);
        if (latency > Followed * latencyBefore)
            baseline.Measure(now, latencyBefore, Math.Max(FullLoadError, error));
        Schedule(now, latency);
        return Verdict.Set(limitBefore);
    }

    private static double NextOnClock(double now, double latency, double wallClock)
    {
        var period = latency < 0.4 ? 10.0 : latency < 1.5 ? 30.0 : 120.0;
        return ((Math.Floor((now + wallClock) / period) + 1) * period) - wallClock;
    }
}
