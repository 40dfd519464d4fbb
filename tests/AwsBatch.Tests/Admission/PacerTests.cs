using AwsBatch.Admission;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Admission;

public sealed class PacerTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Pacer pacer;

    public PacerTests() => pacer = new Pacer(clock);

    private long Now => clock.GetTimestamp();

    [Fact]
    public void It_sleeps_until_the_first_throttle()
    {
        for (var attempt = 0; attempt < 1000; attempt++)
            Assert.True(pacer.TryTake(Now, isRetry: false, out _));

        Assert.True(pacer.IsAsleep);
        Assert.Equal(double.PositiveInfinity, pacer.RatePerSecond);
    }

    [Fact]
    public void The_first_throttle_cuts_far_below_what_succeeded()
    {
        Succeed(perSecond: 100, seconds: 4);
        pacer.Throttled(Now, Now);

        Assert.False(pacer.IsAsleep);
        Assert.InRange(pacer.RatePerSecond, 8, 12);
        Assert.False(pacer.TryTake(Now, isRetry: false, out var availableAt));
        Assert.True(availableAt > Now);
    }

    [Fact]
    public void A_throttle_told_of_long_after_later_answers_counts_all_the_same()
    {
        var before = Now;
        clock.Advance(TimeSpan.FromSeconds(10));
        pacer.Succeeded(Now, count: 40);

        pacer.Throttled(before, before);

        Assert.Equal(8, pacer.RatePerSecond);
    }

    [Fact]
    public void Between_two_throttles_it_learns_the_refill_rate()
    {
        pacer.Throttled(Now, Now);
        Succeed(perSecond: 20, seconds: 4);
        pacer.Throttled(Now, Now);
        Assert.InRange(pacer.RatePerSecond, 12, 26);

        Succeed(perSecond: 20, seconds: 8);
        var rate = RateNow();
        Assert.InRange(rate, 18, 30);
    }

    [Fact]
    public void A_throttle_of_an_attempt_sent_before_the_last_cut_is_old_news()
    {
        var sent = Now;
        clock.Advance(TimeSpan.FromSeconds(1));
        pacer.Throttled(Now, Now);
        clock.Advance(TimeSpan.FromSeconds(2));
        var rate = RateNow();
        pacer.Throttled(sent, Now);

        Assert.Equal(rate, pacer.RatePerSecond);
    }

    [Fact]
    public void Retries_take_the_next_token()
    {
        pacer.Throttled(Now, Now);
        Assert.False(pacer.TryTake(Now, isRetry: true, out var retryAt));
        clock.Advance(clock.GetElapsedTime(Now, retryAt));

        Assert.False(pacer.TryTake(Now, isRetry: false, out var later));
        Assert.True(later > Now);
        Assert.True(pacer.TryTake(Now, isRetry: true, out _));
    }

    [Fact]
    public void A_retry_that_never_comes_back_does_not_keep_the_token_for_good()
    {
        pacer.Throttled(Now, Now);
        Assert.False(pacer.TryTake(Now, isRetry: true, out _));
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.True(pacer.TryTake(Now, isRetry: false, out _));
    }

    [Fact]
    public void It_sleeps_again_once_it_no_longer_binds()
    {
        pacer.Throttled(Now, Now);
        for (var second = 0; second < 60 && !pacer.IsAsleep; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            if (pacer.TryTake(Now, isRetry: false, out _))
                pacer.Succeeded(Now);
        }

        Assert.True(pacer.IsAsleep);
        Assert.Equal(double.PositiveInfinity, pacer.RatePerSecond);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        pacer.Throttled(Now, Now);

        Assert.Equal(0, Allocations.Of(Use));

        void Use()
        {
            for (long attempt = 1; attempt <= 100; attempt++)
            {
                var now = attempt * clock.TimestampFrequency;
                pacer.TryTake(now, attempt % 2 == 0, out _);
                pacer.Succeeded(now);
                pacer.Throttled(now, now);
            }
        }
    }

    private void Succeed(int perSecond, int seconds)
    {
        for (var attempt = 0; attempt < perSecond * seconds; attempt++)
        {
            clock.Advance(TimeSpan.FromSeconds(1.0 / perSecond));
            pacer.Succeeded(Now);
        }
    }

    private double RateNow()
    {
        pacer.TryTake(Now, isRetry: false, out _);
        return pacer.RatePerSecond;
    }
}
