using System.Numerics;

namespace AwsBatch.Telemetry;

/// <summary>
/// The log-linear scale of a latency histogram: 64 buckets of equal width to each power of two. A bucket's middle is then
/// within 1/128 (0.8 %) of every latency in it, and below 64 ticks (6.4 µs) exact.
/// </summary>
/// <remarks>The layout is HdrHistogram's (Gil Tene, https://hdrhistogram.org), in ticks of 100 ns up to one hour.</remarks>
internal static class LatencyBuckets
{
    private const int LinearBits = 6;
    private const int PerPowerOfTwo = 1 << LinearBits;

    public static readonly int Count = IndexOf(TimeSpan.TicksPerHour) + 1;

    /// <param name="ticks">A latency; outside of zero to one hour it counts as the nearer end.</param>
    public static int IndexOf(long ticks)
    {
        ticks = Math.Clamp(ticks, 0, TimeSpan.TicksPerHour);
        if (ticks < PerPowerOfTwo)
            return (int)ticks;

        var shift = BitOperations.Log2((ulong)ticks) - LinearBits;
        return ((shift + 1) << LinearBits) + (int)(ticks >> shift) - PerPowerOfTwo;
    }

    /// <returns>The middle of a bucket, in ticks.</returns>
    public static long MiddleOf(int index)
    {
        if (index < PerPowerOfTwo)
            return index;

        var shift = (index >> LinearBits) - 1;
        var lowest = (long)(PerPowerOfTwo + (index & (PerPowerOfTwo - 1))) << shift;
        return lowest + (((1L << shift) - 1) / 2);
    }
}
