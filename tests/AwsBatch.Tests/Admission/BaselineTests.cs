using AwsBatch.Admission;

namespace AwsBatch.Tests.Admission;

public sealed class BaselineTests
{
    [Fact]
    public void Measurements_that_agree_make_it_surer()
    {
        var baseline = new Baseline();
        baseline.Measure(0, 0.100, 0.1);
        var first = baseline.Deviation;
        baseline.Measure(1, 0.110, 0.1);

        Assert.InRange(baseline.Latency, 0.101, 0.109);
        Assert.True(baseline.Deviation < first);
    }

    [Fact]
    public void It_grows_less_sure_with_time()
    {
        var baseline = new Baseline();
        baseline.Measure(0, 0.1, 0.05);
        baseline.Measure(1, 0.1, 0.05);
        var soon = baseline.Deviation;
        baseline.Measure(600, 0.1, 0.05);

        Assert.True(baseline.Deviation > soon);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.05)]
    public void A_measurement_that_noise_cannot_explain_is_a_new_base(double latency)
    {
        var baseline = new Baseline();
        baseline.Measure(0, 0.1, 0.05);
        baseline.Measure(1, latency, 0.05);

        Assert.Equal(latency, baseline.Latency, 9);
    }

    [Fact]
    public void Only_a_rise_beyond_both_errors_is_a_surprise()
    {
        var baseline = new Baseline();
        Assert.False(baseline.IsSurprisedBy(1, 0.05));
        baseline.Measure(0, 0.1, 0.05);

        Assert.True(baseline.IsSurprisedBy(0.15, 0.05));
        Assert.False(baseline.IsSurprisedBy(0.11, 0.05));
        Assert.False(baseline.IsSurprisedBy(0.05, 0.05));
    }
}
