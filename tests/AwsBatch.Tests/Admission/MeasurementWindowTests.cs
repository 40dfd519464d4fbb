using AwsBatch.Admission;

namespace AwsBatch.Tests.Admission;

public sealed class MeasurementWindowTests
{
    [Fact]
    public void What_was_sent_before_the_limit_changed_does_not_count()
    {
        var window = new MeasurementWindow();
        window.AwaitGeneration(10, 1);

        Assert.False(window.Add(new Attempt(9.9, 10.5, 1)));
        Assert.False(window.Add(new Attempt(10, 10.6, 1)));
        Assert.True(window.Add(new Attempt(10.1, 10.7, 1)));
    }

    [Fact]
    public void A_window_opens_once_a_whole_generation_has_answered()
    {
        var window = new MeasurementWindow();
        window.AwaitGeneration(0, 4);
        for (var attempt = 0; attempt < 4; attempt++)
            Assert.False(window.Add(new Attempt(0, 1, 4)));

        Assert.True(window.Add(new Attempt(0.5, 1.5, 4)));
        Assert.Equal(1, window.Count);
    }

    [Fact]
    public void Little_s_law_gives_the_latency_of_a_steady_flow()
    {
        var window = new MeasurementWindow();
        window.Reopen(10);

        // Ten in flight, a hundred answers a second: a tenth of a second each.
        for (var answer = 1; answer <= 100; answer++)
            window.Add(new Attempt(10 + (answer / 100.0) - 0.1, 10 + (answer / 100.0), 10));

        Assert.Equal(100, window.Throughput(11), 6);
        Assert.Equal(0.1, window.LittleLatency(11), 6);
        Assert.Equal(0.1, window.MeanLatency, 6);
    }

    [Fact]
    public void A_few_equal_latencies_are_no_proof_that_they_never_vary()
    {
        var window = new MeasurementWindow();
        window.Add(new Attempt(0, 1, 1));
        window.Add(new Attempt(1, 2, 1));

        Assert.True(window.StandardError > 0.03);
    }

    [Theory]
    [InlineData(9, 10.9, true)]
    [InlineData(8, 10.9, false)]
    [InlineData(1, 1.5, true)]
    public void A_limit_is_used_when_nearly_as_much_was_in_flight(int inFlight, double limit, bool used)
    {
        var window = new MeasurementWindow();
        window.Add(new Attempt(0, 1, inFlight));

        Assert.Equal(used, window.Used(limit));
    }
}
