namespace AwsBatch.Admission;

/// <summary>
/// Keeps a short queue at the knee: L ← L·clamp(H·Rb/R, ½, 1) + a(L). The first factor takes back the queue, the second puts
/// processes that share a service at equal shares: it does not grow with L.
/// </summary>
internal sealed class SteadyState(Baseline baseline)
{
    // What a window needs to say something: attempts, and generations of them, fewer while the limit is on its way up.
    private const int FewestAttempts = 30;
    private const double Generations = 2.5;
    private const double GenerationsOnTheWay = 1;
    private const double OnTheWay = 4;

    // A rise of ln R beyond this is acted on before the window is complete.
    private const double Significance = 2;
    private const double SharpRise = 0.35;

    private const double LargestCut = 0.5;

    // H: this much above the baseline is no queue; more while the baseline is uncertain, by its standard deviations.
    private const double LeastHeadroom = 1.06;
    private const double HeadroomDeviations = 1.15;
    private const double MostUncertainHeadroom = 0.3;

    // a(L), in attempts: 1 + 0.35 L up to a limit of 10, less again above, where H has room enough for the queue.
    private const double AllowanceGrowth = 0.35;
    private const double LargestAllowanceAt = 10;

    // The allowance multiplies with every window without a queue, up to this.
    private const double Escalation = 3;
    private const double MostEscalated = 8;

    // A smaller change is not worth the wait for its effect.
    private const double LeastChange = 0.7;
    private const double LeastRelativeChange = 0.04;

    // Below this share of where a run of cuts began: is it our queue, or did the base move?
    private const double Doubtful = 0.6;

    private double runBegan;
    private double escalation = 1;

    /// <summary>H, how far above the baseline is no queue yet.</summary>
    public static double Headroom(Baseline baseline) =>
        LeastHeadroom + Math.Min(MostUncertainHeadroom, HeadroomDeviations * baseline.Deviation);

    /// <summary>a(L), the queue that is allowed, in attempts.</summary>
    public static double Allowance(double limit) =>
        (1 + (AllowanceGrowth * Math.Min(limit, LargestAllowanceAt))) * Math.Min(1, LargestAllowanceAt / limit);

    /// <summary>Whether the limit has been cut so far that the baseline should be measured.</summary>
    public bool Doubts(double limit) => runBegan > 0 && limit < Doubtful * runBegan;

    /// <summary>Says that the baseline is being measured: a run of cuts begins anew.</summary>
    public void Restart() => runBegan = 0;

    public Verdict Judge(MeasurementWindow window, double limit, double now)
    {
        double latency = window.LittleLatency(now), error = window.StandardError;
        if (!baseline.IsKnown)
            baseline.Measure(now, latency, Math.Max(error, MostUncertainHeadroom));

        var gradient = baseline.Latency * Headroom(baseline) / latency;
        var isFree = gradient > 1 - error;
        var isSharp = -Math.Log(gradient) > (Significance * error) + SharpRise;
        var generations = isFree && escalation >= OnTheWay ? GenerationsOnTheWay : Generations;
        if (!isSharp && window.Count < Math.Max(FewestAttempts, generations * limit))
            return Verdict.Wait;

        if (!isFree)
            escalation = 1;
        var next = (limit * Math.Clamp(gradient, LargestCut, 1)) + (Allowance(limit) * escalation);
        if (next > limit && !window.Used(limit))
            return Verdict.Keep;
        if (isFree)
            escalation = Math.Min(MostEscalated, escalation * Escalation);

        if (next >= limit - 1)
            runBegan = 0;
        else if (runBegan == 0)
            runBegan = limit;
        return Math.Abs(next - limit) < Math.Max(LeastChange, LeastRelativeChange * limit) ? Verdict.Keep : Verdict.Set(next);
    }
}
