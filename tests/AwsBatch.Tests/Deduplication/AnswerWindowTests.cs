using AwsBatch.Deduplication;

namespace AwsBatch.Tests.Deduplication;

public sealed class AnswerWindowTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void A_window_counts_from_completion()
    {
        var harness = new FlightHarness();
        var flight = harness.Lead(new("a"));
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        harness.Table.Complete(flight, "slow");

        harness.Time.Advance(FlightHarness.Window - Tick);
        Assert.Equal("slow", harness.Hit(new("a")));
        harness.Time.Advance(Tick);
        Assert.Null(harness.Hit(new("a")));
    }

    [Fact]
    public void A_hit_does_not_make_an_answer_younger()
    {
        var harness = new FlightHarness();
        harness.Answer(new("a"), "one");

        for (var second = 0; second < 10; second++)
        {
            Assert.Equal("one", harness.Hit(new("a")));
            harness.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(harness.Hit(new("a")));
    }

    [Fact]
    public void At_expiry_one_leads_again_and_the_herd_waits()
    {
        var harness = new FlightHarness();
        harness.Answer(new("a"), "old");
        harness.Time.Advance(FlightHarness.Window);

        var flight = harness.Lead(new("a"));
        var herd = Enumerable.Range(0, 100).Select(_ => harness.Wait(new("a"))).ToList();
        harness.Table.Complete(flight, "new");

        Assert.All(herd, waiter => Assert.Equal(["answer new"], waiter.Calls));
    }

    [Fact]
    public void Answers_that_came_together_expire_between_nine_and_eleven_tenths_of_the_window()
    {
        const int Seed = 20261124;
        var harness = new FlightHarness(jitter: new Random(Seed));
        for (var number = 0; number < 1000; number++)
            harness.Answer(new($"b{number}"), "x");

        int Left() => Enumerable.Range(0, 1000).Count(number => harness.Hit(new($"b{number}")) is not null);

        harness.Time.Advance(TimeSpan.FromSeconds(8.999));
        Assert.Equal(1000, Left());
        harness.Time.Advance(TimeSpan.FromSeconds(1.001));
        Assert.InRange(Left(), 400, 600);
        harness.Time.Advance(TimeSpan.FromSeconds(1.001));
        Assert.Equal(0, Left());
    }

    [Fact]
    public void Who_wants_it_younger_than_it_is_sends_and_the_younger_answer_takes_its_place()
    {
        var harness = new FlightHarness();
        harness.Answer(new("a"), "old");
        harness.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(harness.Hit(new("a"), TimeSpan.FromSeconds(5)));
        Assert.Null(harness.Hit(new("a"), TimeSpan.Zero));
        Assert.Equal("old", harness.Hit(new("a")));
        harness.Answer(new("a"), "new", TimeSpan.FromSeconds(4));

        Assert.Equal("new", harness.Hit(new("a")));
        Assert.Equal(1, harness.Table.Occupancy.Remembered);
        // Kept for four seconds, whoever asks.
        harness.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Null(harness.Hit(new("a")));
    }

    [Fact]
    public void The_longest_window_of_those_in_a_flight_counts()
    {
        var harness = new FlightHarness();
        var flight = harness.Lead(new("a"), TimeSpan.Zero);
        harness.Wait(new("a"), TimeSpan.FromSeconds(3));
        harness.Wait(new("a"), TimeSpan.FromSeconds(2));
        harness.Table.Complete(flight, "one");

        harness.Time.Advance(TimeSpan.FromSeconds(3) - Tick);
        Assert.Equal("one", harness.Hit(new("a")));
        harness.Time.Advance(Tick);
        Assert.Null(harness.Hit(new("a")));
    }

    [Fact]
    public void An_answer_is_recalled_without_entering_as_long_as_it_is_young_enough()
    {
        var harness = new FlightHarness();
        bool Recall(string bucket, TimeSpan maxAge) =>
            harness.Table.TryRecall(new(bucket), maxAge, harness.Clock.GetTimestamp(), out var answer) && answer == "one";

        Assert.False(Recall("a", FlightHarness.Window));
        harness.Answer(new("a"), "one");
        harness.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.True(Recall("a", FlightHarness.Window));
        Assert.False(Recall("a", TimeSpan.FromSeconds(5)));
        Assert.False(Recall("b", FlightHarness.Window));
        Assert.Equal(0, harness.Table.Occupancy.InFlight);
    }

    [Fact]
    public void An_answer_kept_for_less_is_gone_before_it_is_swept()
    {
        var harness = new FlightHarness();
        harness.Answer(new("a"), "one", TimeSpan.FromSeconds(0.4));

        harness.Time.Advance(TimeSpan.FromSeconds(0.4));

        Assert.Equal(1, harness.Table.Occupancy.Remembered);
        Assert.Null(harness.Hit(new("a")));
    }

    [Fact]
    public void Without_a_window_nothing_is_remembered()
    {
        var harness = new FlightHarness();
        harness.Answer(new("a"), "one", TimeSpan.Zero);

        Assert.Equal((0, 0, 0L), harness.Table.Occupancy);
        Assert.Equal(0, harness.Clock.Created);
        Assert.Null(harness.Hit(new("a")));
    }

    [Fact]
    public void The_longest_window_there_is_does_not_overflow()
    {
        var harness = new FlightHarness(jitter: new Random(1));
        harness.Answer(new("a"), "one", TimeSpan.MaxValue);

        harness.Time.Advance(TimeSpan.FromDays(20));

        Assert.Equal("one", harness.Hit(new("a"), TimeSpan.MaxValue));
    }

    [Fact]
    public void The_oldest_answer_makes_room_by_count()
    {
        var harness = new FlightHarness(bounds: new WindowBounds(Count: 3));
        foreach (var bucket in (string[])["a", "b", "c"])
            harness.Answer(new(bucket), bucket);
        harness.Hit(new("a"));
        harness.Answer(new("d"), "d");

        Assert.Null(harness.Hit(new("a")));
        Assert.Equal("b", harness.Hit(new("b")));
        Assert.Equal("d", harness.Hit(new("d")));
        Assert.Equal(3, harness.Table.Occupancy.Remembered);
    }

    [Fact]
    public void The_oldest_answers_make_room_by_bytes()
    {
        var harness = new FlightHarness(bounds: new WindowBounds(Bytes: 10));
        harness.Answer(new("a"), "1234");
        harness.Answer(new("b"), "1234");
        harness.Answer(new("c"), "12345678");

        Assert.Null(harness.Hit(new("a")));
        Assert.Null(harness.Hit(new("b")));
        Assert.Equal("12345678", harness.Hit(new("c")));
        Assert.Equal((0, 1, 8L), harness.Table.Occupancy);
    }

    [Fact]
    public void Room_is_used_to_the_last_byte()
    {
        var harness = new FlightHarness(bounds: new WindowBounds(Bytes: 10));
        harness.Answer(new("a"), "1234");
        harness.Answer(new("b"), "123456");
        Assert.Equal((0, 2, 10L), harness.Table.Occupancy);

        harness.Answer(new("c"), "1234567890");
        Assert.Equal((0, 1, 10L), harness.Table.Occupancy);
    }

    [Fact]
    public void An_answer_larger_than_all_room_is_given_but_not_remembered_and_evicts_nobody()
    {
        var harness = new FlightHarness(bounds: new WindowBounds(Bytes: 10));
        harness.Answer(new("a"), "1234");
        var flight = harness.Lead(new("b"));
        var waiter = harness.Wait(new("b"));
        harness.Table.Complete(flight, "12345678901");

        Assert.Equal(["answer 12345678901"], waiter.Calls);
        Assert.Null(harness.Hit(new("b")));
        Assert.Equal("1234", harness.Hit(new("a")));
    }

    [Fact]
    public void An_answer_of_unknown_size_takes_no_room()
    {
        var table = new FlightTable<Listing, string, string>(
            new ListingIdentity(), static listing => listing, static _ => -1, new WindowBounds(), TimeProvider.System, new NoJitter());

        table.Complete(table.Enter(new("a"), FlightHarness.Window, new Listener()).Flight!, "one");

        Assert.Equal((0, 1, 0L), table.Occupancy);
        table.CloseWindow();
    }

    [Fact]
    public void A_closed_window_remembers_nothing_and_flights_end_as_ever()
    {
        var harness = new FlightHarness();
        harness.Answer(new("a"), "one");
        var flight = harness.Lead(new("b"));
        var waiter = harness.Wait(new("b"));

        harness.Table.CloseWindow();
        harness.Table.Complete(flight, "two");

        Assert.Equal(["answer two"], waiter.Calls);
        Assert.Equal((0, 0, 0L), harness.Table.Occupancy);
        Assert.Equal(0, harness.Clock.Alive);
    }

    [Fact]
    public void What_is_in_flight_is_never_evicted()
    {
        var harness = new FlightHarness(bounds: new WindowBounds(Count: 1));
        var flights = Enumerable.Range(0, 100).Select(number => harness.Lead(new($"b{number}"))).ToList();
        harness.Answer(new("a"), "one");
        harness.Answer(new("c"), "two");

        Assert.Equal((100, 1, 3L), harness.Table.Occupancy);
        var waiters = Enumerable.Range(0, 100).Select(number => harness.Wait(new($"b{number}"))).ToList();
        foreach (var flight in flights)
            harness.Table.Complete(flight, "x");
        Assert.All(waiters, waiter => Assert.Equal(["answer x"], waiter.Calls));
    }

    [Fact]
    public void One_timer_sweeps_all_and_is_gone_with_the_last()
    {
        var harness = new FlightHarness(jitter: new Random(5));
        for (var number = 0; number < 500; number++)
        {
            harness.Answer(new($"b{number}"), "x", TimeSpan.FromSeconds(1 + number % 20));
            harness.Time.Advance(TimeSpan.FromMilliseconds(10));
            Assert.Equal(1, harness.Clock.Alive);
        }

        harness.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((0, 0, 0L), harness.Table.Occupancy);
        Assert.Equal(0, harness.Clock.Alive);
        harness.Answer(new("again"), "x");
        Assert.Equal(1, harness.Clock.Alive);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_timer_holds_nobodys_ambient_state(bool alreadySuppressed)
    {
        var harness = new FlightHarness();

        if (alreadySuppressed)
        {
            using (ExecutionContext.SuppressFlow())
                harness.Answer(new("a"), "one");
        }
        else
        {
            harness.Answer(new("a"), "one");
        }

        Assert.True(harness.Clock.IsDetached);
        Assert.False(ExecutionContext.IsFlowSuppressed());
    }

    [Fact]
    public void A_short_window_is_swept_in_its_time_beside_a_long_one()
    {
        var harness = new FlightHarness();
        harness.Answer(new("long"), "x", TimeSpan.FromHours(1));
        harness.Answer(new("short"), "y", TimeSpan.FromSeconds(2));

        harness.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(1, harness.Table.Occupancy.Remembered);
        Assert.Equal("x", harness.Hit(new("long"), TimeSpan.FromHours(1)));

        harness.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, harness.Clock.Alive);
    }
}
