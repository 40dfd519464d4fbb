using AwsBatch.Clients;
using AwsBatch.Deduplication;

namespace AwsBatch.Tests.Deduplication;

/// <summary>What is the same request, and stays so whatever its caller does to it.</summary>
public sealed class FlightKeyTests
{
    private static readonly ListingIdentity ConstantHash = new(static _ => 1);

    [Fact]
    public void Two_accounts_or_regions_never_share()
    {
        var comparer = new FlightKeyComparer<Listing>(ConstantHash);
        var here = new PoolKey("s3", new BatchTarget { Region = "eu-west-1", Profile = "one" });
        FlightKey<Listing> key = new(here, new("a"));

        Assert.True(comparer.Equals(key, new(here with { Target = new BatchTarget { Region = "eu-west-1", Profile = "one" } }, new("a"))));
        Assert.False(comparer.Equals(key, new(here with { Target = new BatchTarget { Region = "eu-west-1", Profile = "two" } }, new("a"))));
        Assert.False(comparer.Equals(key, new(here with { Target = new BatchTarget { Region = "us-east-2", Profile = "one" } }, new("a"))));
        Assert.False(comparer.Equals(key, new(here with { Service = "s3-outposts" }, new("a"))));
        Assert.False(comparer.Equals(key, new(here, new("b"))));
        Assert.Equal(comparer.GetHashCode(key), comparer.GetHashCode(new(here, new("a"))));
    }

    [Fact]
    public void Neither_the_requests_of_a_pool_nor_the_pools_of_a_request_share_one_hash()
    {
        var comparer = new FlightKeyComparer<Listing>(new ListingIdentity(static listing => listing.Bucket.Length));

        Assert.NotEqual(comparer.GetHashCode(new(1, new("a"))), comparer.GetHashCode(new(1, new("aa"))));
        Assert.NotEqual(comparer.GetHashCode(new(1, new("a"))), comparer.GetHashCode(new(2, new("a"))));
    }

    [Fact]
    public void A_flag_that_changes_the_answer_makes_another_request()
    {
        var harness = new FlightHarness();
        harness.Lead(new("a"));
        harness.Lead(new("a") { RequesterPays = true });
        harness.Lead(new("a") { Fields = [] });
        harness.Wait(new("a") { RequesterPays = true });
    }

    [Fact]
    public void With_a_constant_hash_only_equal_requests_share()
    {
        var harness = new FlightHarness(ConstantHash);
        var flights = Enumerable.Range(0, 300).Select(number => harness.Lead(new($"b{number}"))).ToList();
        var waiters = Enumerable.Range(0, 300).Select(number => harness.Wait(new($"b{number}"))).ToList();

        for (var number = 0; number < 300; number += 2)
            harness.Table.Complete(flights[number], $"{number}");

        for (var number = 0; number < 300; number++)
        {
            Assert.Equal(number % 2 == 0 ? [$"answer {number}"] : [], waiters[number].Calls);
            if (number % 2 == 0)
                Assert.Equal($"{number}", harness.Hit(new($"b{number}")));
        }
    }

    [Fact]
    public void A_request_changed_in_the_window_still_hits_as_it_was_and_never_as_it_is()
    {
        var harness = new FlightHarness(ConstantHash);
        var request = new Listing("a") { Fields = ["Size"] };
        harness.Answer(request, "one");

        request.Bucket = "b";
        request.Fields.Add("Owner");

        Assert.Equal("one", harness.Hit(new("a") { Fields = ["Size"] }));
        Assert.Null(harness.Hit(new("b") { Fields = ["Size", "Owner"] }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_answer_to_a_request_changed_in_flight_goes_to_nobody_else(bool window)
    {
        var harness = new FlightHarness();
        var maxAge = window ? FlightHarness.Window : TimeSpan.Zero;
        var request = new Listing("a");
        var flight = harness.Lead(request, maxAge);
        var waiter = harness.Wait(new("a"), maxAge);

        request.Bucket = "b";
        harness.Table.Complete(flight, "of b");

        Assert.Equal(["lead"], waiter.Calls);
        harness.Table.Complete(waiter.Led!, "of a");
        Assert.Equal(window ? "of a" : null, harness.Hit(new("a"), maxAge));
        Assert.Null(harness.Hit(new("b"), maxAge));
    }

    [Fact]
    public void The_failure_of_a_request_changed_in_flight_goes_to_nobody_else()
    {
        var harness = new FlightHarness();
        var request = new Listing("a");
        var flight = harness.Lead(request);
        var waiter = harness.Wait(new("a"));

        request.Bucket = "no such bucket";
        harness.Table.Fail(flight, "NoSuchBucket");

        Assert.Equal(["lead"], waiter.Calls);
    }

    [Fact]
    public void A_request_changed_in_flight_under_one_hash_is_found_as_it_was()
    {
        var harness = new FlightHarness(ConstantHash);
        var request = new Listing("a");
        var flight = harness.Lead(request);

        request.Bucket = "b";

        harness.Lead(new("b"));
        harness.Wait(new("a"));
        harness.Table.Abandon(flight);
    }

    [Fact]
    public void A_changed_request_still_leaves_the_table()
    {
        var harness = new FlightHarness();
        var request = new Listing("a");
        var flight = harness.Lead(request, TimeSpan.Zero);

        request.Bucket = "b";
        harness.Table.Complete(flight, "one");

        Assert.Equal(0, harness.Table.Occupancy.InFlight);
        harness.Lead(new("a"), TimeSpan.Zero);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_heir_is_not_harmed_by_what_the_former_leaders_caller_does_to_its_request(bool window)
    {
        var harness = new FlightHarness();
        var maxAge = window ? FlightHarness.Window : TimeSpan.Zero;
        var request = new Listing("a");
        var flight = harness.Lead(request, maxAge);
        var heir = harness.Wait(new("a"), maxAge);
        var waiter = harness.Wait(new("a"), maxAge);

        harness.Table.Abandon(flight);
        request.Bucket = "b";
        var late = harness.Wait(new("a"), maxAge);
        harness.Table.Complete(heir.Led!, "one");

        Assert.Equal(["answer one"], waiter.Calls);
        Assert.Equal(["answer one"], late.Calls);
    }

    [Fact]
    public void A_comparer_that_meets_a_request_in_the_middle_of_a_change_harms_nobody_else()
    {
        var torn = new Listing("a");
        var broken = false;
        var harness = new FlightHarness(new ListingIdentity(listing =>
            broken && ReferenceEquals(listing, torn) ? throw new InvalidOperationException("Collection was modified.") : 1));
        var flight = harness.Lead(torn);
        var waiter = harness.Wait(new("a"));

        broken = true;
        harness.Table.Complete(flight, "torn");

        Assert.Equal(["lead"], waiter.Calls);
    }

    [Fact]
    public void A_request_is_copied_only_when_it_leads_a_flight_with_a_window()
    {
        var harness = new FlightHarness();

        harness.Answer(new("in flight only"), "one", TimeSpan.Zero);
        Assert.Equal(0, harness.Snapshots);

        harness.Answer(new("a"), "two");
        harness.Hit(new("a"));
        Assert.Equal(1, harness.Snapshots);

        // Led for the flight alone, joined by one who wants a window.
        var flight = harness.Lead(new("b"), TimeSpan.Zero);
        harness.Wait(new("b"));
        harness.Table.Complete(flight, "three");
        Assert.Equal(2, harness.Snapshots);
        Assert.Equal("three", harness.Hit(new("b")));
    }
}
