namespace AwsBatch.Telemetry;

/// <summary>A latency histogram in numbers; all zero if it holds nothing.</summary>
internal readonly record struct LatencySummary(
    long Count, TimeSpan Average, TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan Max);
