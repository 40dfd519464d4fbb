using AwsBatch.Deduplication;

namespace AwsBatch.Tests.Deduplication;

public sealed class FlightTableTests
{
    private readonly FlightHarness harness = new();

    private FlightTable<Listing, string, string> Table => harness.Table;

    [Fact]
    public void Equal_requests_wait_for_the_first_and_get_its_answer()
    {
        var flight = harness.Lead(new("a"));
        var second = harness.Wait(new("a"));
        var third = harness.Wait(new("a"));
        var other = harness.Lead(new("b"));

        Table.Complete(flight, "one");

        Assert.Equal(["answer one"], second.Calls);
        Assert.Equal(["answer one"], third.Calls);
        Table.Complete(other, "two");
        Assert.Equal(0, Table.Occupancy.InFlight);
    }

    [Fact]
    public void Who_is_overtaken_while_its_key_is_copied_waits()
    {
        Flight<Listing, string, string>? faster = null;
        harness.DuringSnapshot = () =>
        {
            harness.DuringSnapshot = null;
            faster = harness.Lead(new("a"));
        };

        var overtaken = harness.Wait(new("a"));

        Table.Complete(faster!, "one");
        Assert.Equal(["answer one"], overtaken.Calls);
        Assert.Equal(0, Table.Occupancy.InFlight);
    }

    [Fact]
    public void A_leader_that_gives_up_is_followed_by_the_one_who_waited_longest()
    {
        var flight = harness.Lead(new("a"));
        var second = harness.Wait(new("a"));
        var third = harness.Wait(new("a"));

        Table.Abandon(flight);

        Assert.Equal(["lead"], second.Calls);
        Assert.Empty(third.Calls);
        var fourth = harness.Wait(new("a"));
        Table.Complete(second.Led!, "late");
        Assert.Equal(["answer late"], third.Calls);
        Assert.Equal(["answer late"], fourth.Calls);
        Assert.Equal(["lead"], second.Calls);
    }

    [Fact]
    public void A_leader_that_gives_up_alone_leaves_the_key_free()
    {
        var flight = harness.Lead(new("a"));

        Table.Abandon(flight);

        Assert.Equal(0, Table.Occupancy.InFlight);
        Assert.NotSame(flight, harness.Lead(new("a")));
    }

    [Fact]
    public void A_late_end_of_a_flight_that_is_gone_does_not_end_its_successor()
    {
        var gone = harness.Lead(new("a"));
        Table.Abandon(gone);
        var successor = harness.Lead(new("a"));
        var waiter = harness.Wait(new("a"));

        Table.Complete(gone, "stale");
        Table.Fail(gone, "stale");
        Table.Abandon(gone);

        Assert.Empty(waiter.Calls);
        Assert.Equal(1, Table.Occupancy.InFlight);
        Table.Complete(successor, "fresh");
        Assert.Equal(["answer fresh"], waiter.Calls);
        Assert.Equal("fresh", harness.Hit(new("a")));
    }

    [Fact]
    public void A_late_answer_of_a_flight_that_is_gone_is_not_remembered()
    {
        var gone = harness.Lead(new("a"));
        Table.Abandon(gone);
        harness.Answer(new("a"), "fresh");

        Table.Complete(gone, "stale");

        Assert.Equal("fresh", harness.Hit(new("a")));
    }

    [Fact]
    public void A_failure_is_shared_with_those_who_waited_and_never_remembered()
    {
        var flight = harness.Lead(new("a"));
        var waiter = harness.Wait(new("a"));

        Table.Fail(flight, "denied");

        Assert.Equal(["failure denied"], waiter.Calls);
        Assert.Equal(0, Table.Occupancy.Remembered);
        harness.Lead(new("a"));
    }

    [Fact]
    public void A_failed_flight_is_gone_before_anyone_is_told()
    {
        var flight = harness.Lead(new("a"));
        FlightRole? again = null;
        var waiter = new Listener { OnEnd = _ => again = harness.Enter(new("a")).Role };
        harness.Enter(new("a"), waiter);

        Table.Fail(flight, "denied");

        Assert.Equal(FlightRole.Lead, again);
    }

    [Fact]
    public void An_answer_can_be_hit_by_the_time_anyone_is_told()
    {
        var flight = harness.Lead(new("a"));
        string? again = null;
        harness.Enter(new("a"), new Listener { OnEnd = _ => again = harness.Hit(new("a")) });

        Table.Complete(flight, "one");

        Assert.Equal("one", again);
    }

    [Fact]
    public void Who_leaves_is_not_called_and_harms_nobody()
    {
        var flight = harness.Lead(new("a"));
        var leaver = harness.Wait(new("a"));
        var stayer = harness.Wait(new("a"));

        Assert.True(Table.Leave(leaver));
        Assert.False(Table.Leave(leaver));

        // The key still belongs to the flight.
        var late = harness.Wait(new("a"));
        Table.Complete(flight, "one");
        Assert.Empty(leaver.Calls);
        Assert.Equal(["answer one"], stayer.Calls);
        Assert.Equal(["answer one"], late.Calls);
    }

    [Fact]
    public void Nobody_leaves_after_the_end_or_after_taking_the_lead()
    {
        var flight = harness.Lead(new("a"));
        var heir = harness.Wait(new("a"));
        var waiter = harness.Wait(new("a"));

        Table.Abandon(flight);
        Assert.False(Table.Leave(heir));
        Table.Complete(heir.Led!, "one");
        Assert.False(Table.Leave(waiter));
    }

    [Fact]
    public void A_waiter_leaving_inside_anothers_callback_is_told_or_has_left_but_not_both()
    {
        var flight = harness.Lead(new("a"));
        Listener? second = null;
        var left = true;
        var first = new Listener { OnEnd = _ => left = Table.Leave(second!) };
        harness.Enter(new("a"), first);
        second = harness.Wait(new("a"));

        Table.Complete(flight, "one");

        Assert.False(left);
        Assert.Equal(["answer one"], second.Calls);
    }

    [Fact]
    public void A_waiter_can_enter_again_from_its_callback()
    {
        var flight = harness.Lead(new("a"));
        var other = harness.Lead(new("b"));
        Listener? waiter = null;
        waiter = new Listener { OnEnd = what => _ = what == "answer one" ? harness.Enter(new("b"), waiter) : default };
        harness.Enter(new("a"), waiter);

        Table.Complete(flight, "one");
        Table.Complete(other, "two");

        Assert.Equal(["answer one", "answer two"], waiter.Calls);
    }

    [Fact]
    public void A_waiter_that_waits_cannot_enter_again()
    {
        harness.Lead(new("a"));
        var waiter = harness.Wait(new("a"));

        Assert.Throws<InvalidOperationException>(() => harness.Enter(new("b"), waiter));
    }

    [Fact]
    public void A_hundred_thousand_leaders_may_give_up_one_inside_the_other()
    {
        var flight = harness.Lead(new("a"));
        var led = 0;
        for (var i = 0; i < 100_000; i++)
        {
            harness.Wait(new("a"), onLead: next =>
            {
                led++;
                Table.Abandon(next);
            });
        }

        Table.Abandon(flight);

        Assert.Equal(100_000, led);
        Assert.Equal(0, Table.Occupancy.InFlight);
    }

    [Fact]
    public void An_heir_may_answer_at_once()
    {
        var flight = harness.Lead(new("a"));
        harness.Wait(new("a"), onLead: next => Table.Complete(next, "at once"));
        var waiter = harness.Wait(new("a"));

        Table.Abandon(flight);

        Assert.Equal(["answer at once"], waiter.Calls);
    }

    [Fact]
    public void A_shared_flight_lives_as_long_as_somebody_waits()
    {
        var starter = new Listener();
        var flight = Table.Share(new("a"), FlightHarness.Window, starter).Flight!;
        var joiner = new Listener();
        Assert.Equal(FlightRole.Wait, Table.Share(new("a"), FlightHarness.Window, joiner).Role);

        Assert.True(Table.Leave(starter));
        Assert.False(flight.Lifetime!.IsCancellationRequested);
        Assert.True(Table.Leave(joiner));

        Assert.True(flight.Lifetime.IsCancellationRequested);
        Assert.Equal(FlightRole.Lead, Table.Share(new("a"), FlightHarness.Window, new Listener()).Role);
    }

    [Fact]
    public void Closing_fails_those_who_wait_and_lets_nobody_in()
    {
        harness.Answer(new("remembered"), "one");
        var flight = harness.Lead(new("a"));
        var waiter = harness.Wait(new("a"));
        var shared = Table.Share(new("b"), TimeSpan.Zero, new Listener()).Flight!;

        Table.Close("closed");

        Assert.Equal(["failure closed"], waiter.Calls);
        Assert.True(shared.Lifetime!.IsCancellationRequested);
        Assert.Throws<ObjectDisposedException>(() => harness.Enter(new("a")));
        Table.Complete(flight, "too late");
        Assert.Equal((0, 0, 0L), Table.Occupancy);
        Assert.Equal(0, harness.Clock.Alive);
    }
}
