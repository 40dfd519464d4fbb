namespace AwsBatch.Admission;

/// <summary>
/// Keeps a short queue at the knee: L ← L·clamp(H·Rb/R, ½, 1) + a(L). The first factor takes back the queue, the second adds
/// what makes processes that share a service end up with equal shares: it grows less than L does.
/// </summary>
internal sealed class SteadyState(Baseline baseline)
{
    private const int FewestAttempts = 30;
    private const double Generations = 2;

    // A sharp rise is acted on before the window is complete.
    private const double Significance = 2;
    private const double SharpRise = 0.35;

    private const double LargestCut = 0.5;

    // Below this share of where a run of cuts began: is it our queue, or did the base move?
    private const double Doubtful = 0.6;

    // How fast the allowance grows while there is no queue.
    private const double Escalation = 2;
    private const double MostEscalated = 8;

    private const double NoQueue = 1;

    private const double BaseHeadroom = 1.08;
    private const double DeviationHeadroom = 1.15;
    private const double MostDeviation = 0.3;
    private const double LeastAllowance = 1;
    private const double AllowanceGrowth = 0.35;
    private const double ShortFrom = 4;
    private const double Gain = 1;
    private const double BandErrors = 0;
    private const double Shrink = 1;
    private const double AllowanceUpTo = 10;
    private const double GrowthGenerations = 1;

    private double runBegan;
    private double escalation = 1;

    /// <summary>How far above the baseline is no queue yet; wider while the baseline is uncertain.</summary>
    public static double Headroom(Baseline baseline) => BaseHeadroom + Math.Min(MostDeviation, DeviationHeadroom * baseline.Deviation);

    /// <summary>The queue that is allowed, in attempts.</summary>
    public static double Allowance(double limit) => (LeastAllowance + (AllowanceGrowth * Math.Min(limit, AllowanceUpTo))) * (limit > AllowanceUpTo ? Math.Pow(AllowanceUpTo / limit, Shrink) : 1);

    public bool IsInDoubt(double limit) => runBegan > 0 && limit < Doubtful * runBegan;

    public void Restart() => runBegan = 0;

    public double Step(double limit, double latency) =>
        (limit * Math.Clamp(baseline.Latency * Headroom(baseline) / latency, LargestCut, 1)) + Allowance(limit);

    public Verdict Judge(MeasurementWindow window, double limit, double now)
    {
        double latency = window.LittleLatency(now), error = window.StandardError;
        if (!baseline.IsKnown)
            baseline.MeasureAlone(now, latency, error, 0.15);

        var gradient = baseline.Latency * Headroom(baseline) / latency;
        var isClean = gradient > NoQueue - error;
        var isComplete = window.Count >= Math.Max(FewestAttempts, (isClean && escalation >= ShortFrom ? GrowthGenerations : Generations) * limit);
        if (!isComplete && !(gradient < 1 && -Math.Log(gradient) > (Significance * error) + SharpRise))
            return Verdict.Wait;

        var next = (limit * Math.Clamp(gradient, LargestCut, 1)) + (Allowance(limit) * escalation);
        if (!isClean)
        {
            escalation = 1;
            next = (limit * Math.Clamp(gradient, LargestCut, 1)) + Allowance(limit);
        }
        if (!isClean && -Math.Log(gradient) < SharpRise)
            next = limit + (Gain * (next - limit));
        if (next > limit && !window.Used(limit))
            return Verdict.Keep;
        if (isClean)
            escalation = Math.Min(MostEscalated, escalation * Escalation);

        if (next >= limit - 1)
            runBegan = 0;
        else if (runBegan == 0)
            runBegan = limit;
        return Math.Abs(next - limit) < Math.Max(0.7, Math.Max(0.04, BandErrors * error) * limit) ? Verdict.Keep : Verdict.Set(next);
    }
}
