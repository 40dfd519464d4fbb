namespace AwsBatch.Benchmarks.Suites.EndToEnd;

/// <summary>What a subject did in one round.</summary>
/// <param name="Calls">The calls it made.</param>
/// <param name="Elapsed">From before the first to after the last.</param>
/// <param name="Cpu">What its process spent meanwhile.</param>
/// <param name="Bytes">What it allocated; null where nobody counts.</param>
/// <param name="P50">Half of the calls took no longer.</param>
/// <param name="P99">All but one in a hundred took no longer.</param>
internal sealed record Turn(int Calls, TimeSpan Elapsed, TimeSpan Cpu, long? Bytes, TimeSpan P50, TimeSpan P99)
{
    public double CallsPerSecond => Calls / Elapsed.TotalSeconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Calls;

    public double? BytesPerCall => (double?)Bytes / Calls;
}
