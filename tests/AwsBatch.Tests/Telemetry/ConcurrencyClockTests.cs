using AwsBatch.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Telemetry;

public sealed class ConcurrencyClockTests
{
    private readonly FakeTimeProvider time = new();
    private readonly ConcurrencyClock clock;

    public ConcurrencyClockTests() => clock = new ConcurrencyClock(time);

    [Fact]
    public void Idle_time_is_neither_active_nor_busy()
    {
        Pass(5);
        clock.Enter(time.GetTimestamp());
        Pass(2);
        clock.Leave(time.GetTimestamp());
        Pass(7);

        Assert.Equal((2, 2), clock.Read());
    }

    [Fact]
    public void Overlapping_requests_are_busy_each_for_itself()
    {
        clock.Enter(time.GetTimestamp());
        Pass(1);
        clock.Enter(time.GetTimestamp());
        Pass(3);
        clock.Leave(time.GetTimestamp());
        Pass(2);

        Assert.Equal((6, 9), clock.Read()); // what is still in flight counts so far
        Assert.Equal(1, clock.InFlight);
    }

    [Fact]
    public void A_reset_forgets_the_time_but_not_what_is_in_flight()
    {
        clock.Enter(time.GetTimestamp());
        clock.Enter(time.GetTimestamp());
        Pass(10);
        clock.Reset();
        Pass(1);

        Assert.Equal((1, 2), clock.Read());
        Assert.Equal(2, clock.InFlight);
    }

    private void Pass(int seconds) => time.Advance(TimeSpan.FromSeconds(seconds));
}
