namespace AwsBatch.Admission;

/// <summary>
/// Finds the most throughput without a queue when there is no target: start-up, then steady state, both interrupted by
/// drain probes for the baseline.
/// </summary>
internal sealed class KneeRule : ILimitRule
{
    // Below this there is no queue worth draining.
    private const double LeastToDrain = 4;
    private const int FewestAttempts = 8;

    private readonly LimiterSettings settings;
    private readonly MeasurementWindow window = new();
    private readonly Baseline baseline = new();
    private readonly DrainProbe probe;
    private readonly StartUp startUp;
    private readonly SteadyState steady;
    private double latency;
    private double smooth;
    private const double SmoothWeight = 0.03;
    private double lastEnded;

    /// <param name="settings">The range of the limit.</param>
    /// <param name="wallClock">The wall clock at the limiter's time zero, in seconds.</param>
    public KneeRule(LimiterSettings settings, double wallClock)
    {
        this.settings = settings;
        probe = new DrainProbe(baseline, wallClock);
        startUp = new StartUp(baseline);
        steady = new SteadyState(baseline);
    }

    public bool IsStartingUp => !startUp.IsOver;

    public double Next(double limit, in Attempt attempt)
    {
        var now = attempt.Ended;
        if (latency == 0)
            latency = attempt.Latency;
        smooth += (smooth == 0 ? 1 : SmoothWeight) * (attempt.Latency - smooth);
        SkipIdleTime(attempt);
        lastEnded = now;

        if (!probe.IsUnderWay && probe.IsDue(now))
        {
            probe.Schedule(now, latency);
            if (limit > LeastToDrain && baseline.IsKnown)
                return BeginProbe(limit, now, true);
        }

        probe.Observe(attempt);
        if (probe.Raise(now) is { } raised)
        {
            window.AwaitGeneration(now, raised);
            return raised;
        }

        if (probe.IsLowered)
            return limit;
        probe.Conclude(now);

        if (!window.Add(attempt))
            return limit;

        var verdict = Judge(limit, now);
        if (verdict.Kind != VerdictKind.Wait)
            latency = window.LittleLatency(now);
        switch (verdict.Kind)
        {
            case VerdictKind.Keep:
                window.Reopen(now);
                return limit;
            case VerdictKind.Set:
                limit = settings.Clamp(verdict.Limit);
                window.AwaitGeneration(now, limit);
                if (steady.IsInDoubt(limit))
                    probe.Schedule(now, 0);
                return limit;
            case VerdictKind.Probe:
                return BeginProbe(settings.Clamp(verdict.Limit), now, false);
            default:
                return limit;
        }
    }

    public void Restart(double now, double limit) => window.AwaitGeneration(now, limit);

    public void Interrupt(double now, double limit)
    {
        startUp.End();
        probe.Abandon();
        window.AwaitGeneration(now, limit);
    }

    private Verdict Judge(double limit, double now)
    {
        if (window.Count < Math.Max(FewestAttempts, limit / 2))
            return Verdict.Wait;
        return startUp.IsOver ? steady.Judge(window, limit, now) : startUp.Judge(window, limit, now, settings);
    }

    private double BeginProbe(double limit, double now, bool isShared)
    {
        startUp.End();
        steady.Restart();
        var lowered = settings.Clamp(probe.Begin(limit, smooth, now, isShared));

        // Half a round trip later the queue has begun to drain.
        window.AwaitGeneration(now + (0.5 * latency), lowered);
        return lowered;
    }

    // Little's law holds for a pipe that is in use: after a pause a window begins anew.
    private void SkipIdleTime(in Attempt attempt)
    {
        if (attempt.Started - lastEnded > latency)
            window.Reopen(attempt.Started);
    }
}
