using AwsBatch.Admission;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Admission;

public sealed class AdaptiveLimiterTests
{
    private readonly FakeTimeProvider clock = new();

    private long Now => clock.GetTimestamp();

    [Theory]
    [InlineData(20, 20)]
    [InlineData(0, 2)]
    [InlineData(1000, 100)]
    public void It_starts_where_it_is_told_to_within_its_range(int initial, int expected) =>
        Assert.Equal(expected, new AdaptiveLimiter(new LimiterSettings(initial, 2, 100, null), clock).Limit);

    [Theory]
    [InlineData(null)]
    [InlineData(500.0)]
    public void A_fast_service_gets_the_most(double? target)
    {
        var limiter = Limiter(5, target);
        Answer(limiter, TimeSpan.FromMilliseconds(20), generations: 60);

        Assert.Equal(100, limiter.Limit);
    }

    [Fact]
    public void Latency_above_the_target_brings_the_limit_down_to_the_least()
    {
        var limiter = Limiter(20, 100);
        Answer(limiter, TimeSpan.FromMilliseconds(400), generations: 60);

        Assert.Equal(1, limiter.Limit);
    }

    [Fact]
    public void A_limit_that_is_not_used_does_not_grow()
    {
        var limiter = Limiter(20, 500);
        for (var attempt = 0; attempt < 1000; attempt++)
            AnswerOne(limiter, TimeSpan.FromMilliseconds(20), inFlight: 2);

        Assert.Equal(20, limiter.Limit);
    }

    [Fact]
    public void A_throttle_halves_the_limit_once_and_the_brake_is_let_go()
    {
        var limiter = Limiter(40, 500);
        var sent = Now;
        clock.Advance(TimeSpan.FromMilliseconds(50));
        for (var attempt = 0; attempt < 10; attempt++)
            limiter.Throttled(sent, Now, pacedRatePerSecond: 1);
        Assert.Equal(20, limiter.Limit);

        // Another operation of the pool, which was not throttled, has its room again.
        clock.Advance(TimeSpan.FromSeconds(1.1));
        AnswerOne(limiter, TimeSpan.FromMilliseconds(50), inFlight: 20);
        Assert.Equal(40, limiter.Limit);
    }

    [Fact]
    public void A_brake_holds_for_a_second_whatever_is_answered()
    {
        var limiter = Limiter(40, 500);
        limiter.Throttled(Now, Now, pacedRatePerSecond: 1);
        for (var answer = 0; answer < 190; answer++)
        {
            AnswerOne(limiter, TimeSpan.FromMilliseconds(5), inFlight: 20);
            Assert.Equal(20, limiter.Limit);
        }
    }

    [Fact]
    public void Throttles_of_what_was_sent_after_a_brake_brake_further_down_to_the_least_and_all_of_it_is_let_go()
    {
        var limiter = new AdaptiveLimiter(new LimiterSettings(40, 6, 100, TimeSpan.FromMilliseconds(500)), clock);
        foreach (var expected in (int[])[20, 10, 6, 6])
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            limiter.Throttled(Now, Now, pacedRatePerSecond: 1);
            Assert.Equal(expected, limiter.Limit);
        }

        clock.Advance(TimeSpan.FromSeconds(1.1));
        AnswerOne(limiter, TimeSpan.FromMilliseconds(50), inFlight: 1);
        Assert.Equal(40, limiter.Limit);
    }

    [Fact]
    public void However_much_the_pacer_sends_a_throttle_raises_nothing()
    {
        var limiter = Limiter(40, 500);
        AnswerOne(limiter, TimeSpan.FromMilliseconds(100), inFlight: 1);
        limiter.Throttled(Now, Now, pacedRatePerSecond: 10_000);

        Assert.Equal(40, limiter.Limit);
    }

    [Fact]
    public void What_a_call_asks_for_is_where_it_starts()
    {
        var limiter = Limiter(8, null);
        limiter.Expect(4, Now);
        Assert.Equal(8, limiter.Limit);

        limiter.Expect(150, Now);
        Assert.Equal(150, limiter.Limit);
    }

    [Fact]
    public void What_a_call_asks_for_is_how_far_it_may_grow_from_what_was_found()
    {
        var limiter = Limiter(20, 500);
        Answer(limiter, TimeSpan.FromMilliseconds(20), generations: 60);
        limiter.Expect(150, Now);
        Assert.Equal(100, limiter.Limit);

        Answer(limiter, TimeSpan.FromMilliseconds(20), generations: 60);
        Assert.Equal(150, limiter.Limit);
    }

    [Fact]
    public void What_a_call_asks_for_does_not_let_a_brake_go()
    {
        var limiter = Limiter(40, null);
        limiter.Throttled(Now, Now, pacedRatePerSecond: 1);

        limiter.Expect(90, Now);

        Assert.Equal(20, limiter.Limit);
    }

    [Fact]
    public void What_a_call_asks_for_does_not_change_a_limit_that_was_found()
    {
        var limiter = Limiter(20, 100);
        Answer(limiter, TimeSpan.FromMilliseconds(400), generations: 60);

        limiter.Expect(90, Now);

        Assert.Equal(1, limiter.Limit);
    }

    [Fact]
    public void A_brake_that_meets_a_probe_is_let_go_to_the_limit_before_the_probe()
    {
        var limiter = Limiter(20, null);
        Answer(limiter, TimeSpan.FromMilliseconds(20), generations: 60);
        var settled = limiter.Limit;
        for (var wait = 0; limiter.Limit >= settled && wait < 1000; wait++)
            Answer(limiter, TimeSpan.FromMilliseconds(20), generations: 1);
        Assert.InRange(limiter.Limit, 2, settled - 1);

        limiter.Throttled(Now, Now, pacedRatePerSecond: 1);
        clock.Advance(TimeSpan.FromSeconds(1.1));
        AnswerOne(limiter, TimeSpan.FromMilliseconds(20), inFlight: 2);

        Assert.Equal(settled, limiter.Limit);
    }

    [Fact]
    public void A_brake_leaves_room_for_what_the_pacer_sends()
    {
        var limiter = Limiter(40, 500);
        for (var answer = 0; answer < 20; answer++)
            AnswerOne(limiter, TimeSpan.FromMilliseconds(100), inFlight: 1);
        limiter.Throttled(Now, Now, pacedRatePerSecond: 152);

        Assert.Equal(30, limiter.Limit);
    }

    [Fact]
    public void A_throttle_without_a_pacer_awake_still_brakes()
    {
        var limiter = Limiter(40, null);
        limiter.Throttled(Now, Now, double.PositiveInfinity);

        Assert.Equal(20, limiter.Limit);
    }

    [Fact]
    public void A_pause_is_not_taken_for_latency()
    {
        var limiter = Limiter(20, null);
        Answer(limiter, TimeSpan.FromMilliseconds(20), generations: 60);
        var limit = limiter.Limit;
        clock.Advance(TimeSpan.FromHours(1));
        Answer(limiter, TimeSpan.FromMilliseconds(20), generations: 4);

        Assert.Equal(limit, limiter.Limit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(100.0)]
    public void Nothing_is_allocated(double? target)
    {
        var limiter = Limiter(20, target);
        long from = 0;

        Assert.Equal(0, Allocations.Of(Use, prepare: () => from += 1_000_000));

        void Use()
        {
            for (var attempt = 0; attempt < 5000; attempt++)
            {
                var now = from + (attempt * clock.TimestampFrequency / 100);
                limiter.Succeeded(now - (clock.TimestampFrequency / 10), now, limiter.Limit);
                if (attempt % 500 == 0)
                    limiter.Throttled(now, now, 10);
            }
        }
    }

    private AdaptiveLimiter Limiter(int initial, double? targetMilliseconds) => new(
        new LimiterSettings(initial, 1, 100, targetMilliseconds is { } target ? TimeSpan.FromMilliseconds(target) : null), clock);

    // A service that serves all that is in flight at once: a generation per latency.
    private void Answer(AdaptiveLimiter limiter, TimeSpan latency, int generations)
    {
        for (var generation = 0; generation < generations; generation++)
        {
            var (sent, inFlight) = (Now, limiter.Limit);
            clock.Advance(latency);
            for (var attempt = 0; attempt < inFlight; attempt++)
                limiter.Succeeded(sent, Now, inFlight);
        }
    }

    private void AnswerOne(AdaptiveLimiter limiter, TimeSpan latency, int inFlight)
    {
        var sent = Now;
        clock.Advance(latency);
        limiter.Succeeded(sent, Now, inFlight);
    }
}
