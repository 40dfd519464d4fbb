using AwsBatch.Cli.Report;
using AwsBatch.Cli.Report.Charts;

namespace AwsBatch.Cli.Tests.Report;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(1, "0 0.5 1")]
    [InlineData(7, "0 2 4 6 8")]
    [InlineData(100, "0 50 100")]
    [InlineData(1710, "0 500 1,000 1,500 2,000")]
    [InlineData(43_000, "0 20k 40k 60k")]
    public void A_value_axis_has_few_round_ticks_and_room_for_all(double most, string ticks)
    {
        var axis = ValueAxis.UpTo(most);

        Assert.Equal(ticks, string.Join(' ', axis.Ticks.Select(Figures.Short)));
        Assert.True(axis.Top >= most);
    }

    [Theory]
    [InlineData(0.2, "0 ms|50 ms|100 ms|150 ms|200 ms")]
    [InlineData(94.6, "0 s|30 s|60 s|90 s")]
    [InlineData(600, "0:00 min|2:00 min|4:00 min|6:00 min|8:00 min|10:00 min")]
    [InlineData(90_000, "0:00 h|8:00 h|16:00 h|24:00 h")]
    public void A_time_axis_has_at_most_seven_ticks(double seconds, string ticks) =>
        Assert.Equal(ticks, string.Join('|', new TimeAxis(TimeSpan.FromSeconds(seconds)).Ticks.Select(tick => tick.Label)));

    [Theory]
    [InlineData(31, 31)]
    [InlineData(1, 2_000)]
    [InlineData(0, 300_000)]
    public void A_latency_axis_has_a_bar_for_every_latency_and_labels_in_order(double least, double most)
    {
        var latencies = Runs.Latencies(least, most);
        var axis = new LatencyAxis(latencies);

        Assert.InRange(axis.Bars, 24, 50);
        Assert.All(latencies.Buckets.Keys, bucket => Assert.InRange(axis.BarOf(bucket), 0, axis.Bars - 1));
        Assert.All(new[] { least, most }, latency => Assert.InRange(axis.At(TimeSpan.FromMilliseconds(latency)), 0, 1));
        Assert.InRange(axis.Ticks.Count, 1, 8);
        Assert.Equal(axis.Ticks.Select(tick => tick.At).Order(), axis.Ticks.Select(tick => tick.At));
    }

    [Theory]
    [InlineData(0.4, "0.4 ms")]
    [InlineData(12, "12 ms")]
    [InlineData(1_240, "1.2 s")]
    [InlineData(61_000, "61 s")]
    [InlineData(150_000, "2 min 30 s")]
    [InlineData(7_500_000, "2 h 5 min")]
    public void Times_are_as_short_as_they_are_exact_enough(double milliseconds, string text) =>
        Assert.Equal(text, Figures.Time(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.0001, "<0.1%")]
    [InlineData(0.005, "0.5%")]
    [InlineData(0.9999, ">99.9%")]
    [InlineData(1, "100%")]
    public void Parts_that_are_neither_none_nor_all_do_not_look_so(double part, string text) => Assert.Equal(text, Figures.Share(part));
}
