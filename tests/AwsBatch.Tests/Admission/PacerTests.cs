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
    public void A_retry_that_has_taken_its_token_leaves_the_next_to_others()
    {
        pacer.Throttled(Now, Now);
        Assert.False(pacer.TryTake(Now, isRetry: true, out var retryAt));
        GoTo(retryAt);
        Assert.True(pacer.TryTake(Now, isRetry: true, out _));

        // The rate has more than doubled: half of the retry's own wait is enough for the next.
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(pacer.TryTake(Now, isRetry: false, out _));
    }

    [Fact]
    public void Who_asks_again_when_it_is_told_to_may_send()
    {
        Succeed(perSecond: 100, seconds: 4);
        pacer.Throttled(Now, Now);

        var began = Now;
        for (var sent = 0; sent < 40; sent++)
        {
            Assert.False(pacer.TryTake(Now, isRetry: false, out var availableAt));
            GoTo(availableAt);
            Assert.True(pacer.TryTake(Now, isRetry: false, out _));
        }

        // From 10 a second on, doubling every 0.7 seconds.
        Assert.InRange(clock.GetElapsedTime(began).TotalSeconds, 1, 2);
    }

    [Fact]
    public void A_fresh_attempt_asks_again_after_the_retry_that_goes_first()
    {
        Succeed(perSecond: 100, seconds: 4);
        pacer.Throttled(Now, Now);
        Assert.False(pacer.TryTake(Now, isRetry: true, out var retryAt));

        Assert.False(pacer.TryTake(Now, isRetry: false, out var freshAt));

        Assert.True(freshAt > retryAt);
        GoTo(freshAt);
        Assert.True(pacer.TryTake(Now, isRetry: false, out _));
    }

    [Fact]
    public void A_pause_is_not_made_up_for_by_a_burst()
    {
        Succeed(perSecond: 1_000, seconds: 4);
        pacer.Throttled(Now, Now);
        clock.Advance(TimeSpan.FromSeconds(2));

        var burst = 0;
        while (pacer.TryTake(Now, isRetry: false, out _))
            burst++;

        Assert.InRange(burst, 1, 1 + (0.02 * pacer.RatePerSecond));
    }

    [Fact]
    public void A_time_before_the_last_one_neither_costs_nor_gives_anything()
    {
        Succeed(perSecond: 100, seconds: 4);
        pacer.Throttled(Now, Now);
        Assert.False(pacer.TryTake(Now, isRetry: false, out var availableAt));
        var halfway = Now + ((availableAt - Now) / 2);
        Assert.False(pacer.TryTake(halfway, isRetry: false, out availableAt));

        Assert.False(pacer.TryTake(Now, isRetry: false, out _));

        Assert.False(pacer.TryTake(halfway + ((availableAt - halfway) / 2), isRetry: false, out _));
        Assert.True(pacer.TryTake(availableAt, isRetry: false, out _));
    }

    [Fact]
    public void A_throttle_right_after_a_cut_is_of_the_same_empty_bucket()
    {
        Succeed(perSecond: 100, seconds: 4);
        pacer.Throttled(Now, Now);
        clock.Advance(TimeSpan.FromSeconds(0.3));
        var rate = RateNow();

        pacer.Throttled(Now, Now);

        Assert.Equal(rate, pacer.RatePerSecond);
    }

    [Fact]
    public void Where_nothing_succeeds_any_more_each_throttle_lowers_the_rate()
    {
        pacer.Throttled(Now, Now);
        Succeed(perSecond: 100, seconds: 4);
        pacer.Throttled(Now, Now);
        var rate = pacer.RatePerSecond;

        for (var cut = 0; cut < 10; cut++)
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            pacer.Throttled(Now, Now);
        }

        Assert.InRange(pacer.RatePerSecond, 0, rate / 2);
    }

    [Fact]
    public void Where_as_much_succeeds_as_a_service_refills_throttles_leave_the_rate_there()
    {
        pacer.Throttled(Now, Now);
        for (var cut = 0; cut < 10; cut++)
        {
            Succeed(perSecond: 20, seconds: 4);
            pacer.Throttled(Now, Now);
        }

        Succeed(perSecond: 20, seconds: 3);
        Assert.InRange(RateNow(), 19, 21);
    }

    [Fact]
    public void Whoever_finds_another_counting_is_counted_with_the_next()
    {
        var now = Now;
        var others = new Thread[8];
        for (var other = 0; other < others.Length; other++)
        {
            others[other] = new Thread(() =>
            {
                for (var success = 0; success < 100_000; success++)
                    pacer.Succeeded(now);
            });
            others[other].Start();
        }

        foreach (var other in others)
            other.Join();
        pacer.Throttled(Now, Now);

        // All in one moment, which is taken for half a second; a tenth of it remains.
        Assert.Equal(160_000, pacer.RatePerSecond, 6);
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

        // What was left of the last time is of no use the next time.
        pacer.Throttled(Now, Now);
        Assert.False(pacer.TryTake(Now, isRetry: false, out _));
    }

    [Fact]
    public void While_it_is_used_it_stays_awake()
    {
        pacer.Throttled(Now, Now);
        Succeed(perSecond: 50, seconds: 4);
        pacer.Throttled(Now, Now);
        Succeed(perSecond: 50, seconds: 15);

        pacer.TryTake(Now, isRetry: false, out _);
        Assert.False(pacer.IsAsleep);
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

    private void GoTo(long time) => clock.Advance(clock.GetElapsedTime(Now, time));

    private double RateNow()
    {
        pacer.TryTake(Now, isRetry: false, out _);
        return pacer.RatePerSecond;
    }
}
