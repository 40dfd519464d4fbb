namespace AwsBatch.Execution;

/// <summary>Spans of time in ticks of a clock's timestamp.</summary>
internal static class Timestamps
{
    public static long Ticks(this TimeProvider clock, TimeSpan span) => (long)(span.TotalSeconds * clock.TimestampFrequency);

    /// <summary>The timestamp of a moment to come.</summary>
    public static long After(this TimeProvider clock, TimeSpan span) => clock.GetTimestamp() + clock.Ticks(span);
}
