using AwsBatch.Admission;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Admission;

public sealed class RateCapTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(1000)]
    public void Sends_are_as_many_as_the_rate_allows_and_no_more(double perSecond)
    {
        var cap = new RateCap(perSecond, clock);
        var sent = SendFor(TimeSpan.FromSeconds(10), cap);

        Assert.InRange(sent, 10 * perSecond * 0.99, (10 * perSecond) + 1 + (0.02 * perSecond));
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-12)]
    [InlineData(double.Epsilon)]
    public void However_low_a_rate_is_it_is_one(double perSecond)
    {
        var cap = new RateCap(perSecond, clock);

        Assert.Equal(1, SendFor(TimeSpan.FromSeconds(10), cap));
    }

    [Fact]
    public void Sends_are_evenly_spaced()
    {
        var cap = new RateCap(10, clock);

        Assert.True(cap.TryTake(clock.GetTimestamp(), out _));
        Assert.False(cap.TryTake(clock.GetTimestamp(), out var availableAt));
        Assert.Equal(0.1, clock.GetElapsedTime(clock.GetTimestamp(), availableAt).TotalSeconds, 3);
    }

    [Fact]
    public void A_pause_is_not_made_up_for_by_a_burst()
    {
        var cap = new RateCap(10, clock);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(cap.TryTake(clock.GetTimestamp(), out _));
        Assert.False(cap.TryTake(clock.GetTimestamp(), out _));
    }

    [Fact]
    public void Timers_that_fire_late_are_caught_up_with()
    {
        var cap = new RateCap(10, clock);

        Assert.InRange(SendFor(TimeSpan.FromSeconds(10), cap, late: TimeSpan.FromMilliseconds(15)), 99, 101);
    }

    [Fact]
    public void To_ask_whether_one_is_due_takes_none()
    {
        var cap = new RateCap(10, clock);
        Assert.True(cap.IsDue(clock.GetTimestamp(), out _));
        Assert.True(cap.TryTake(clock.GetTimestamp(), out _));

        Assert.False(cap.IsDue(clock.GetTimestamp(), out var availableAt));
        Assert.False(cap.IsDue(availableAt - 1, out _));
        Assert.True(cap.IsDue(availableAt, out _));
        Assert.True(cap.TryTake(availableAt, out _));
    }

    [Fact]
    public void Threads_share_one_rate()
    {
        var cap = new RateCap(1, clock);
        var taken = 0;
        Parallel.For(0, 1000, _ =>
        {
            if (cap.TryTake(clock.GetTimestamp(), out var _))
                Interlocked.Increment(ref taken);
        });

        Assert.Equal(1, taken);
    }

    private int SendFor(TimeSpan time, RateCap cap, TimeSpan late = default)
    {
        var end = clock.GetTimestamp() + (long)(time.TotalSeconds * clock.TimestampFrequency);
        var sent = 0;
        while (clock.GetTimestamp() < end)
        {
            if (cap.TryTake(clock.GetTimestamp(), out var availableAt))
                sent++;
            else
                clock.Advance(clock.GetElapsedTime(clock.GetTimestamp(), availableAt) + late);
        }

        return sent;
    }
}
