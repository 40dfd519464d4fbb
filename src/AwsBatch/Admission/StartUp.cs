namespace AwsBatch.Admission;

/// <summary>Finds the order of magnitude: doubles the limit while throughput follows it and no queue builds.</summary>
internal sealed class StartUp(Baseline baseline)
{
    // What a window needs to say something: attempts, and generations of them.
    private const int FewestAttempts = 20;
    private const double Generations = 1.5;

    // Throughput followed if it grew by at least this power of the limit's growth: 27 % for twice the limit.
    private const double Elasticity = 0.35;

    // Latency over the baseline: doubling goes on below the first, the knee is passed above the second.
    private const double NoQueue = 1.5;
    private const double Queue = 1.4;
    private const double Significance = 2;

    // So many windows without progress end it too.
    private const int FlatWindows = 3;

    // What a baseline read under load may be off by, besides its own error: there may be a queue of others.
    private const double UnderLoadError = 0.25;

    private double bestThroughput;
    private double bestLimit;
    private int flat;

    public bool IsOver { get; private set; }

    public void End() => IsOver = true;

    public Verdict Judge(MeasurementWindow window, double limit, double now, LimiterSettings settings)
    {
        if (window.Count < Math.Max(FewestAttempts, Generations * limit))
            return Verdict.Wait;

        double latency = window.LittleLatency(now), error = window.StandardError, throughput = window.Throughput(now);
        var isFirst = !baseline.IsKnown;
        var followed = isFirst || throughput >= bestThroughput * Math.Pow(limit / bestLimit, Elasticity);
        var isFree = followed && (isFirst || latency < NoQueue * baseline.Latency);
        if (isFree)
            baseline.Measure(now, latency, Math.Sqrt((error * error) + (UnderLoadError * UnderLoadError)));
        if (isFirst)
            (bestThroughput, bestLimit) = (throughput, limit);
        if (!window.Used(limit))
            return Verdict.Keep;

        if (isFree)
        {
            (bestThroughput, bestLimit, flat) = (throughput, limit, 0);
            if (limit < settings.Max)
                return Verdict.Set(2 * limit);
            End();
            return Verdict.Keep;
        }

        bestThroughput = Math.Max(bestThroughput, throughput);
        if (++flat < FlatWindows && (followed || !IsQueue(latency, error)))
            return Verdict.Keep;

        // By Little's law what is in flight at the knee is throughput × latency without a queue.
        var knee = bestThroughput * baseline.Latency * SteadyState.Headroom(baseline);
        return Verdict.Probe(Math.Min(limit, knee + SteadyState.Allowance(knee)));
    }

    private bool IsQueue(double latency, double error) =>
        latency > Queue * baseline.Latency
        && Math.Log(latency / baseline.Latency) > Significance * Math.Sqrt((error * error) + (baseline.Deviation * baseline.Deviation));
}
