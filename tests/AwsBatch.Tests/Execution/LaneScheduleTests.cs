using AwsBatch.Admission;
using AwsBatch.Execution;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Execution;

public sealed class LaneScheduleTests
{
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_call_that_keeps_its_own_rate_leaves_the_pacers_tokens_to_others()
    {
        // Some ten a second for all calls, of which this one wants five.
        var pacer = new Pacer(clock);
        pacer.Succeeded(clock.GetTimestamp(), count: 50);
        pacer.Throttled(clock.GetTimestamp(), clock.GetTimestamp());
        var schedule = new LaneSchedule(new RateCap(5, clock));
        var lane = new Lane(group: null!, Harness.Operation((_, _) => Task.FromResult("")), pacer, meter: null!, supply: null!);
        clock.Advance(Tenth);

        Assert.True(schedule.IsInPace(lane, clock.GetTimestamp()));
        clock.Advance(Tenth);
        Assert.False(schedule.IsInPace(lane, clock.GetTimestamp()));
        Assert.True(pacer.TryTake(clock.GetTimestamp(), isRetry: false, out _));
    }
}
