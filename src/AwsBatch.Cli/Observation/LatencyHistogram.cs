namespace AwsBatch.Cli.Observation;

/// <summary>
/// How long requests took: counts by buckets of which each is 5 % wider than the one before, so that a file or a page holds
/// all of them, and those of several runs add up. Not safe for concurrent use.
/// </summary>
internal sealed class LatencyHistogram
{
    // The first bucket holds all up to 0.1 ms.
    private const double Least = 0.1;
    private static readonly double Growth = Math.Log(1.05);

    private readonly SortedDictionary<int, long> buckets = [];

    public long Count { get; private set; }

    /// <summary>The sum, for the mean.</summary>
    public TimeSpan Total { get; private set; }

    public TimeSpan Max { get; private set; }

    public TimeSpan Mean => Count == 0 ? TimeSpan.Zero : Total / Count;

    /// <summary>By number: how many latencies each bucket holds.</summary>
    public IReadOnlyDictionary<int, long> Buckets => buckets;

    public void Add(TimeSpan latency)
    {
        Add(BucketOf(latency), 1);
        Count++;
        Total += latency;
        Max = latency > Max ? latency : Max;
    }

    /// <summary>Adds what another has measured.</summary>
    public void Add(LatencyHistogram other)
    {
        foreach (var (bucket, count) in other.buckets)
            Add(bucket, count);
        Count += other.Count;
        Total += other.Total;
        Max = other.Max > Max ? other.Max : Max;
    }

    /// <summary>The latency that a part of all did not exceed, within 5 %.</summary>
    /// <param name="part">From 0 to 1.</param>
    public TimeSpan Percentile(double part)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(part * Count));
        foreach (var (bucket, count) in buckets)
        {
            rank -= count;
            if (rank <= 0)
                return UpperBound(bucket) < Max ? UpperBound(bucket) : Max;
        }

        return Max;
    }

    /// <summary>The longest latency that a bucket holds.</summary>
    public static TimeSpan UpperBound(int bucket) => TimeSpan.FromMilliseconds(Least * Math.Exp(bucket * Growth));

    /// <summary>What was written down of one.</summary>
    public static LatencyHistogram Of(IReadOnlyDictionary<int, long> buckets, TimeSpan total, TimeSpan max)
    {
        var made = new LatencyHistogram { Total = total, Max = max };
        foreach (var (bucket, count) in buckets)
        {
            made.Add(bucket, count);
            made.Count += count;
        }

        return made;
    }

    private void Add(int bucket, long count) => buckets[bucket] = buckets.GetValueOrDefault(bucket) + count;

    private static int BucketOf(TimeSpan latency) =>
        latency.TotalMilliseconds <= Least ? 0 : (int)Math.Ceiling(Math.Log(latency.TotalMilliseconds / Least) / Growth);
}
