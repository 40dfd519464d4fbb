namespace AwsBatch.Admission;

/// <summary>
/// Measures the baseline: lowers the limit for a few round trips, so that the queue drains, and reads the latency of what was
/// sent meanwhile. A shared probe falls on the same wall-clock time in all processes, which so drain together without
/// talking; one taken alone may see the queue of others.
/// </summary>
/// <param name="baseline">What it measures.</param>
/// <param name="schedule">When shared probes are due.</param>
internal sealed class DrainProbe(Baseline baseline, ProbeSchedule schedule)
{
    // How far the limit is lowered: below what is in flight without a queue, by what is believed of it. At first that belief
    // may be the queue of others: then far.
    private const double BelowKnee = 0.75;
    private const double DeepestShare = 0.25;
    private const double ShallowestShare = 0.6;
    private const double FirstShare = 0.25;
    private const double LowestLimit = 2;

    // In round trips under load: until the queue has drained; how long attempts are sent for the measurement; before others,
    // whose round trip seems shorter, go on; how long answers are waited for. A cohort all of whose attempts count, the slow
    // ones as well, has no survivors' bias.
    private const double DrainTime = 0.9;
    private const double SendingTime = 2.4;
    private const double GuardTime = 0.3;
    private const double AnswerTime = 4;

    // What a probe taken alone needs to say something, and the error it then has besides.
    private const int FewestAttempts = 6;
    private const int EnoughAttempts = 60;
    private const double WantedError = 0.12;
    private const double AloneError = 0.1;

    // Service times vary by at least this (coefficient of variation), whatever a small cohort says.
    private const double LeastVariation = 0.4;

    private LatencySample cohort;
    private bool isShared;
    private bool hasShared;
    private bool isWaiting;
    private double latencyBefore;
    private double sentFrom;
    private double sentUntil;
    private double raiseAt;

    /// <summary>Whether the limit is lowered.</summary>
    public bool IsLowered { get; private set; }

    /// <summary>The limit to come back to.</summary>
    public double LimitBefore { get; private set; }

    /// <summary>Whether it is time for a probe together with all processes.</summary>
    public bool IsDue(double now, double latency) => !IsLowered && !isWaiting && schedule.IsDue(now, latency);

    /// <param name="limit">The limit to come back to.</param>
    /// <param name="latency">The round trip under load, in seconds.</param>
    /// <param name="now">The limiter's time.</param>
    /// <param name="shared">Whether all processes probe now.</param>
    /// <returns>The limit while attempts are sent for the measurement.</returns>
    public double Begin(double limit, double latency, double now, bool shared)
    {
        cohort = default;
        (IsLowered, isWaiting, isShared) = (true, false, shared);
        (LimitBefore, latencyBefore) = (limit, latency);
        sentFrom = now + (DrainTime * latency);
        raiseAt = sentFrom + (SendingTime * latency);
        sentUntil = shared ? raiseAt - (GuardTime * latency) : double.PositiveInfinity;

        var share = shared && !hasShared
            ? FirstShare
            : Math.Clamp(BelowKnee * baseline.Latency / latency, DeepestShare, ShallowestShare);
        return Math.Max(LowestLimit, share * limit);
    }

    public void Abandon() => IsLowered = isWaiting = false;

    /// <summary>Takes an answered attempt.</summary>
    /// <returns>The limit to come back to, once enough was sent; else null.</returns>
    public double? Observe(in Attempt attempt)
    {
        if (!IsLowered && !isWaiting)
            return null;
        if (attempt.Started >= sentFrom && attempt.Started <= sentUntil)
            cohort.Add(attempt.Latency);
        if (isWaiting && attempt.Ended >= raiseAt + (AnswerTime * latencyBefore))
            Conclude(attempt.Ended);
        if (!IsLowered || attempt.Ended < raiseAt || !(isShared || IsEnough()))
            return null;

        (IsLowered, isWaiting) = (false, true);
        if (!isShared)
            raiseAt = sentUntil = attempt.Ended;
        return LimitBefore;
    }

    private bool IsEnough() => cohort.Count >= FewestAttempts
        && (cohort.Count >= EnoughAttempts || cohort.StandardError(LeastVariation) <= WantedError);

    private void Conclude(double now)
    {
        isWaiting = false;
        hasShared |= isShared;
        if (cohort.Count == 0)
            return;

        double latency = cohort.Mean, error = cohort.StandardError(LeastVariation);
        if (isShared)
            baseline.Measure(now, latency, error);
        else if (!baseline.IsSurprisedBy(latency, error))
            baseline.Measure(now, latency, Math.Sqrt((error * error) + (AloneError * AloneError)));
    }
}
