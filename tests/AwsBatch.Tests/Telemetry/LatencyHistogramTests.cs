using AwsBatch.Telemetry;
using Xunit.Abstractions;

namespace AwsBatch.Tests.Telemetry;

public sealed class LatencyHistogramTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.01;

    public static TheoryData<string> Distributions => new(
        "constant", "uniform", "exponential", "log-normal", "bimodal", "heavy tail");

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Percentiles_are_within_one_percent_of_the_sorted_data(string distribution)
    {
        var random = Seed.Random(output);
        foreach (var size in new[] { 1, 2, 3, 10, 99, 100, 101, 20_000 })
        {
            var latencies = Enumerable.Range(0, size).Select(_ => Draw(distribution, random)).ToArray();
            var histogram = HistogramOf(latencies);
            Array.Sort(latencies);

            var summary = histogram.Summarize();

            Assert.Equal(size, summary.Count);
            AssertClose(latencies, 0.50, summary.P50);
            AssertClose(latencies, 0.95, summary.P95);
            AssertClose(latencies, 0.99, summary.P99);
            Assert.Equal(latencies[^1], summary.Max);
            Assert.Equal(latencies.Sum(static latency => latency.Ticks) / size, summary.Average.Ticks);
        }
    }

    [Fact]
    public void Every_latency_from_a_microsecond_to_an_hour_is_within_one_percent_of_its_bucket()
    {
        var previous = -1;
        for (var ticks = TimeSpan.TicksPerMicrosecond; ticks <= TimeSpan.TicksPerHour; ticks += Math.Max(1, ticks / 1_000))
        {
            var index = LatencyBuckets.IndexOf(ticks);
            Assert.InRange(index, previous, LatencyBuckets.Count - 1);
            Assert.InRange(LatencyBuckets.MiddleOf(index), ticks * (1 - Tolerance), ticks * (1 + Tolerance));
            previous = index;
        }
    }

    [Fact]
    public void Neighbouring_buckets_leave_no_gap()
    {
        for (var index = 0; index < LatencyBuckets.Count; index++)
            Assert.Equal(index, LatencyBuckets.IndexOf(LatencyBuckets.MiddleOf(index)));
    }

    [Fact]
    public void A_latency_out_of_range_counts_at_the_nearer_end()
    {
        var summary = HistogramOf([TimeSpan.FromSeconds(-1), TimeSpan.FromDays(2), TimeSpan.FromDays(2)]).Summarize();

        Assert.InRange(summary.P50.TotalHours, 1 - Tolerance, 1 + Tolerance);
        Assert.Equal(TimeSpan.FromDays(2), summary.Max);
    }

    [Fact]
    public void An_empty_histogram_says_zero() => Assert.Equal(default, new LatencyHistogram().Summarize());

    [Fact]
    public void Merged_histograms_say_what_one_of_all_would()
    {
        var random = Seed.Random(output);
        var left = Enumerable.Range(0, 700).Select(_ => Draw("exponential", random)).ToArray();
        var right = Enumerable.Range(0, 300).Select(_ => Draw("bimodal", random)).ToArray();

        var merged = HistogramOf(left);
        merged.Add(HistogramOf(right));

        Assert.Equal(HistogramOf([.. left, .. right]).Summarize(), merged.Summarize());
    }

    [Fact]
    public void Concurrent_recording_loses_nothing()
    {
        var histogram = new LatencyHistogram();

        Parallel.For(0, 8, thread =>
        {
            for (var n = 1; n <= 50_000; n++)
                histogram.Record(TimeSpan.FromMicroseconds(n + thread));
        });

        var summary = histogram.Summarize();
        Assert.Equal(400_000, summary.Count);
        Assert.Equal(TimeSpan.FromMicroseconds(50_007), summary.Max);
        Assert.Equal(TimeSpan.FromMicroseconds(25_004), summary.Average); // (1 + 50,000) / 2 + (0 + 7) / 2
    }

    [Fact]
    public async Task Numbers_read_while_others_record_agree_with_one_another()
    {
        // Few in each: an item that is half recorded then counts for much.
        for (var round = 0; round < 2_000; round++)
        {
            var histogram = new LatencyHistogram();
            var recording = Task.Run(() =>
            {
                for (var n = 1; n <= 50; n++)
                    histogram.Record(TimeSpan.FromMilliseconds(n));
            });
            do
            {
                var copy = new LatencyHistogram();
                copy.Add(histogram);
                Agree(histogram.Summarize());
                Agree(copy.Summarize());
            }
            while (!recording.IsCompleted);

            await recording;
        }

        static void Agree(LatencySummary summary)
        {
            Assert.InRange(summary.Average, TimeSpan.Zero, summary.Max);
            // Each is a millisecond more than the one before it: of so many the longest is so long.
            Assert.InRange(summary.Max, TimeSpan.FromMilliseconds(summary.Count), TimeSpan.FromMilliseconds(50));
        }
    }

    private static LatencyHistogram HistogramOf(IEnumerable<TimeSpan> latencies)
    {
        var histogram = new LatencyHistogram();
        foreach (var latency in latencies)
            histogram.Record(latency);
        return histogram;
    }

    // The same definition as the histogram's, over the data itself: nearest rank.
    private static void AssertClose(TimeSpan[] sorted, double share, TimeSpan actual)
    {
        var exact = sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        Assert.InRange(actual.Ticks, exact.Ticks * (1 - Tolerance), exact.Ticks * (1 + Tolerance));
    }

    private static TimeSpan Draw(string distribution, Random random)
    {
        var u = 1 - random.NextDouble();
        var milliseconds = distribution switch
        {
            "constant" => 12.3456,
            "uniform" => 0.001 + (u * 1_000),
            "exponential" => -50 * Math.Log(u),
            "log-normal" => Math.Exp(3 + (1.5 * Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * random.NextDouble()))),
            "bimodal" => random.Next(10) == 0 ? 3_000 + (100 * u) : 5 + u,
            "heavy tail" => Math.Min(10 * Math.Pow(u, -1.1), 3_600_000),
            _ => throw new ArgumentOutOfRangeException(nameof(distribution), distribution, "no such distribution"),
        };
        return TimeSpan.FromMilliseconds(milliseconds);
    }
}
