namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>Time that passes only when the simulation says so, in nanoseconds.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    public long Now { get; set; }

    public double Seconds => ToSeconds(Now);

    public override long TimestampFrequency => NanosecondsPerSecond;

    public static long ToTimestamp(double seconds) => (long)(seconds * NanosecondsPerSecond);

    public static double ToSeconds(long timestamp) => (double)timestamp / NanosecondsPerSecond;

    public override long GetTimestamp() => Now;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(Now / 100);
}
