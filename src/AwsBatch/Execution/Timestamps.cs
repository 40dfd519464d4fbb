namespace AwsBatch.Execution;

/// <summary>Spans of time in ticks of a clock's timestamp.</summary>
internal static class Timestamps
{
    // A service may ask to wait until the year 9999.
    private const long Most = long.MaxValue / 2;

    public static long Ticks(this TimeProvider clock, TimeSpan span) => (long)Math.Min(span.TotalSeconds * clock.TimestampFrequency, Most);

    /// <summary>The timestamp of a moment to come.</summary>
    public static long After(this TimeProvider clock, TimeSpan span) => clock.GetTimestamp() + clock.Ticks(span);
}
