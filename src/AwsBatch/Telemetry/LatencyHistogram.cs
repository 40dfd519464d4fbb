namespace AwsBatch.Telemetry;

/// <summary>
/// Latencies in 15 KB, however many: recording is a few interlocked adds, without lock or allocation.
/// </summary>
internal sealed class LatencyHistogram
{
    private readonly long[] counts = new long[LatencyBuckets.Count];
    private long sum;
    private long longest;

    public void Record(TimeSpan latency)
    {
        var ticks = Math.Max(0, latency.Ticks);

        // Readers go the other way: what they see in the sum they also see counted, and of what is counted the maximum.
        Raise(ticks);
        Interlocked.Increment(ref counts[LatencyBuckets.IndexOf(ticks)]);
        Interlocked.Add(ref sum, ticks);
    }

    /// <summary>Adds what another histogram holds to one that nobody reads yet.</summary>
    public void Add(LatencyHistogram other)
    {
        Interlocked.Add(ref sum, Interlocked.Read(ref other.sum));
        for (var index = 0; index < counts.Length; index++)
        {
            if (Interlocked.Read(ref other.counts[index]) is > 0 and var more)
                Interlocked.Add(ref counts[index], more);
        }

        Raise(Interlocked.Read(ref other.longest));
    }

    public LatencySummary Summarize()
    {
        // The sum first, the maximum last: whatever is recorded meanwhile, neither average nor percentile exceeds it.
        var all = Interlocked.Read(ref sum);
        var copy = new long[counts.Length];
        long total = 0;
        for (var index = 0; index < copy.Length; index++)
            total += copy[index] = Interlocked.Read(ref counts[index]);
        if (total == 0)
            return default;

        var max = Interlocked.Read(ref longest);
        return new LatencySummary(
            total,
            TimeSpan.FromTicks(all / total),
            Percentile(copy, total, 0.50, max),
            Percentile(copy, total, 0.95, max),
            Percentile(copy, total, 0.99, max),
            TimeSpan.FromTicks(max));
    }

    // Nearest rank: the smallest latency that at least this share of all does not exceed.
    private static TimeSpan Percentile(long[] counts, long total, double share, long max)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(total * share));
        var index = 0;
        for (var seen = counts[0]; seen < rank; seen += counts[index])
            index++;
        return TimeSpan.FromTicks(Math.Min(LatencyBuckets.MiddleOf(index), max));
    }

    private void Raise(long ticks)
    {
        var known = Interlocked.Read(ref longest);
        while (ticks > known)
        {
            var seen = Interlocked.CompareExchange(ref longest, ticks, known);
            if (seen == known)
                return;
            known = seen;
        }
    }
}
