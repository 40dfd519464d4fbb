namespace AwsBatch.Admission;

/// <summary>What an adaptive limit may be and what it aims at.</summary>
/// <param name="Initial">Where it starts, in attempts in flight.</param>
/// <param name="Min">The least it falls to, at least 1.</param>
/// <param name="Max">The most it grows to.</param>
/// <param name="TargetLatency">The mean latency to hold; null to find the most throughput without a queue.</param>
internal sealed record LimiterSettings(int Initial, int Min, int Max, TimeSpan? TargetLatency)
{
    public double Clamp(double limit) => Math.Clamp(limit, Min, Max);
}
