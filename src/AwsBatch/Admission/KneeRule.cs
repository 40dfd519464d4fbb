namespace AwsBatch.Admission;

/// <summary>
/// Finds the most throughput without a queue when there is no target: start-up, then steady state, both interrupted by
/// drain probes for the baseline.
/// </summary>
internal sealed class KneeRule : ILimitRule
{
    // Below this there is no queue worth draining.
    private const double LeastToDrain = 4;

    // Fewer attempts than this, or than half a generation, say nothing.
    private const int FewestAttempts = 8;

    // The weight of a sample in the running mean of latency: about the last thirty.
    private const double Smoothing = 0.03;

    private readonly LimiterSettings settings;
    private readonly MeasurementWindow window = new();
    private readonly Baseline baseline = new();
    private readonly ProbeSchedule schedule;
    private readonly DrainProbe probe;
    private readonly StartUp startUp;
    private readonly SteadyState steady;
    private double latency;
    private double lastEnded;

    /// <param name="settings">The range of the limit.</param>
    /// <param name="wallClock">The wall clock at the limiter's time zero, in seconds.</param>
    public KneeRule(LimiterSettings settings, double wallClock)
    {
        this.settings = settings;
        schedule = new ProbeSchedule(wallClock);
        probe = new DrainProbe(baseline, schedule);
        startUp = new StartUp(baseline);
        steady = new SteadyState(baseline);
    }

    public bool IsStartingUp => !startUp.IsOver;

    public double Next(double limit, in Attempt attempt)
    {
        var now = attempt.Ended;
        latency += (latency == 0 ? 1 : Smoothing) * (attempt.Latency - latency);
        SkipIdleTime(attempt);

        if (probe.IsDue(now, latency) && limit > LeastToDrain && baseline.IsKnown)
            return BeginProbe(limit, now, shared: true);
        if (probe.Observe(attempt) is { } limitBefore)
            return Change(limitBefore, now);
        if (probe.IsLowered || !window.Add(attempt) || window.Count < Math.Max(FewestAttempts, limit / 2))
            return limit;

        var verdict = startUp.IsOver ? steady.Judge(window, limit, now) : startUp.Judge(window, limit, now, settings);
        switch (verdict.Kind)
        {
            case VerdictKind.Keep:
                window.Reopen(now);
                return limit;
            case VerdictKind.Set:
                if (steady.Doubts(verdict.Limit))
                    schedule.Soon(now);
                return Change(settings.Clamp(verdict.Limit), now);
            case VerdictKind.Probe:
                return BeginProbe(settings.Clamp(verdict.Limit), now, shared: false);
            default:
                return limit;
        }
    }

    public double Undisturbed(double limit) => probe.IsLowered ? probe.LimitBefore : limit;

    public void Restart(double now, double limit) => window.AwaitGeneration(now, limit);

    public void Interrupt(double now, double limit)
    {
        startUp.End();
        probe.Abandon();
        window.AwaitGeneration(now, limit);
    }

    private double Change(double limit, double now)
    {
        window.AwaitGeneration(now, limit);
        return limit;
    }

    private double BeginProbe(double limit, double now, bool shared)
    {
        startUp.End();
        steady.Restart();
        return settings.Clamp(probe.Begin(limit, latency, now, shared));
    }

    // Little's law holds for a pipe that is in use: after a pause a window begins anew.
    private void SkipIdleTime(in Attempt attempt)
    {
        if (attempt.Started - lastEnded > latency)
            window.Reopen(attempt.Started);
        lastEnded = attempt.Ended;
    }
}
