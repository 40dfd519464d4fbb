using AwsBatch.Cli.Observation;

namespace AwsBatch.Cli.Report.Charts;

/// <summary>Latencies on a logarithmic scale, by the buckets of <see cref="LatencyHistogram"/>, a few of which may be one bar.</summary>
internal sealed class LatencyAxis
{
    private const int MostBars = 40;
    private const int LeastBars = 24;
    private const int MostTicks = 7;
    private static readonly double[] Round = [1, 2, 5];

    private readonly int first;

    /// <param name="latencies">All that the axis has a place for.</param>
    public LatencyAxis(LatencyHistogram latencies)
    {
        var (least, most) = latencies.Buckets.Count == 0 ? (0, 0) : (latencies.Buckets.Keys.Min(), latencies.Buckets.Keys.Max());
        BucketsPerBar = 1 + ((most - least) / MostBars);
        var used = 1 + ((most - least) / BucketsPerBar);
        var free = Math.Max(1, (LeastBars - used + 1) / 2);
        first = least - 1 - (free * BucketsPerBar);
        Bars = used + (2 * free);
    }

    public int BucketsPerBar { get; }

    public int Bars { get; }

    /// <summary>Round latencies, so far apart that their labels do not touch.</summary>
    public IReadOnlyList<AxisTick> Ticks
    {
        get
        {
            var all = Enumerable.Range(-1, 9)
                .SelectMany(power => Round.Select(digit => TimeSpan.FromMilliseconds(digit * Math.Pow(10, power))))
                .Where(latency => latency >= Range(0).Above && latency <= Range(Bars - 1).UpTo)
                .Select(latency => new AxisTick(At(latency), Figures.ShortTime(latency)))
                .ToArray();
            return all.Length <= MostTicks ? all : [.. all.Where(tick => tick.Label.StartsWith('1'))];
        }
    }

    /// <summary>How far along a latency is, from 0 to 1.</summary>
    public double At(TimeSpan latency)
    {
        var (from, to) = (Range(0).Above.TotalMilliseconds, Range(Bars - 1).UpTo.TotalMilliseconds);
        return Math.Log(Math.Max(latency.TotalMilliseconds, from) / from) / Math.Log(to / from);
    }

    public int BarOf(int bucket) => (bucket - first - 1) / BucketsPerBar;

    /// <summary>The latencies that a bar holds: above the first, up to the second.</summary>
    public (TimeSpan Above, TimeSpan UpTo) Range(int bar) => (
        LatencyHistogram.UpperBound(first + (bar * BucketsPerBar)),
        LatencyHistogram.UpperBound(first + ((bar + 1) * BucketsPerBar)));
}
