namespace AwsBatch.Admission;

/// <summary>Finds the order of magnitude: doubles the limit while throughput follows it and no queue builds.</summary>
internal sealed class StartUp(Baseline baseline)
{
    private const int FewestAttempts = 20;
    private const double Generations = 1.5;

    // Throughput followed if it grew by at least this power of the limit's growth: 27 % for twice the limit.
    private const double AloneError = 0.25;
    private const double Elasticity = 0.35;

    // Latency over the baseline: below the first doubling goes on,
    // above the second the limit is found.
    private const double NoQueue = 1.5;
    private const double Queue = 1.4;
    private const double Significance = 2;
    private const int FlatWindows = 3;

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
        var followed = throughput >= bestThroughput * Math.Pow(limit / bestLimit, Elasticity);
        if (!baseline.IsKnown || (followed && latency < NoQueue * baseline.Latency))
            baseline.MeasureAlone(now, latency, error, AloneError);
        if (!window.Used(limit))
            return Verdict.Keep;

        if (bestLimit == 0 || (followed && latency < NoQueue * baseline.Latency))
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

        End();
        var knee = bestThroughput * baseline.Latency * SteadyState.Headroom(baseline);
        return Verdict.Probe(Math.Min(limit, knee + SteadyState.Allowance(knee)));
    }

    private bool IsQueue(double latency, double error) =>
        latency > Queue * baseline.Latency
        && Math.Log(latency / baseline.Latency) > Significance * Math.Sqrt((error * error) + (baseline.Deviation * baseline.Deviation));
}
