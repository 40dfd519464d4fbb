namespace AwsBatch.Admission;

/// <summary>
/// Keeps a short queue at the knee: L ← L·clamp(H·Rb/R, ½, 1) + a(L). The first factor takes back the queue, the second adds
/// what makes processes that share a service end up with equal shares: it grows less than L does.
/// </summary>
internal sealed class SteadyState(Baseline baseline)
{
    private const int FewestAttempts = 40;
    private const double Generations = 2;

    // A sharp rise is acted on before the window is complete.
    private const double Significance = 2;
    private const double SharpRise = 0.35;

    private const double LargestCut = 0.5;

    // Below this share of where a run of cuts began: is it our queue, or did the base move?
    private const double Doubtful = 0.6;

    // After this many windows without a queue, through which throughput followed the limit, growth is a factor.
    private const int CleanWindows = 3;
    private const double Elasticity = 0.6;
    private const double Acceleration = 1.5;

    private double runBegan;
    private int clean;
    private double cleanLimit;
    private double cleanThroughput;

    /// <summary>How far above the baseline is no queue yet; wider while the baseline is uncertain.</summary>
    public static double Headroom(Baseline baseline) => 1.04 + (1.5 * baseline.Deviation);

    /// <summary>The queue that is allowed, in attempts.</summary>
    public static double Allowance(double limit) => 1 + (0.5 * Math.Sqrt(limit));

    public void Restart() => runBegan = 0;

    public Verdict Judge(MeasurementWindow window, double limit, double now)
    {
        double latency = window.LittleLatency(now), error = window.StandardError;
        if (!baseline.IsKnown)
            baseline.Measure(now, latency, error);

        var gradient = baseline.Latency * Headroom(baseline) / latency;
        var isComplete = window.Count >= Math.Max(FewestAttempts, Generations * limit);
        if (!isComplete && !(gradient < 1 && -Math.Log(gradient) > (Significance * error) + SharpRise))
            return Verdict.Wait;

        var next = (limit * Math.Clamp(gradient, LargestCut, 1)) + Allowance(limit);
        if (next > limit && !window.Used(limit))
            return Verdict.Keep;

        next = Accelerate(next, limit, gradient > 0.97 - error, window.Throughput(now));
        if (next >= limit - 1)
        {
            runBegan = 0;
        }
        else
        {
            if (runBegan == 0)
                runBegan = limit;
            if (next < Doubtful * runBegan)
                return Verdict.Probe(next);
        }

        return Math.Abs(next - limit) < Math.Max(0.7, 0.04 * limit) ? Verdict.Keep : Verdict.Set(next);
    }

    private double Accelerate(double next, double limit, bool isClean, double throughput)
    {
        if (!isClean || next <= limit)
        {
            clean = 0;
            return next;
        }

        if (clean == 0)
            (cleanLimit, cleanThroughput) = (limit, throughput);
        if (++clean <= CleanWindows)
            return next;

        clean = 0;
        return throughput > cleanThroughput * Math.Pow(limit / cleanLimit, Elasticity) ? Acceleration * limit : next;
    }
}
