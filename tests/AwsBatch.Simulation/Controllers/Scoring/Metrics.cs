namespace AwsBatch.Simulation.Controllers.Scoring;

/// <summary>The names of the figures, and which way they are good.</summary>
internal static class Metrics
{
    /// <summary>Throughput, of what is possible.</summary>
    public const string Percent = "percent";

    /// <summary>Requests answered until the limit was right for good; all of them if it never was.</summary>
    public const string Requests = "requests";

    /// <summary>Mean latency after the first five seconds.</summary>
    public const string MeanMilliseconds = "mean_ms";

    /// <summary>Mean latency, of what it is without a queue.</summary>
    public const string LatencyRatio = "latency_ratio";

    /// <summary>Seconds from a change of the world until the limit was right for good; the rest of the phase if it never was.</summary>
    public const string ReconvergeSeconds = "reconverge_s";

    /// <summary>Of a thousand attempts sent, how many were throttled.</summary>
    public const string ThrottlesPer1000 = "throttles_per_1000";

    /// <summary>Successes, of what the bucket gives.</summary>
    public const string GoodputPercent = "goodput_percent";

    /// <summary>Items that failed for being throttled.</summary>
    public const string Exhausted = "exhausted";

    /// <summary>Jain's index of fairness.</summary>
    public const string Jain = "jain";

    /// <summary>Whether a figure is on the wrong side of a bound.</summary>
    public static bool IsWorse(string metric, double value, double bound) => MoreIsBetter(metric) ? value < bound : value > bound;

    public static double Worst(string metric, IEnumerable<double> values) => MoreIsBetter(metric) ? values.Min() : values.Max();

    private static bool MoreIsBetter(string metric) => metric is Percent or GoodputPercent or Jain;
}
