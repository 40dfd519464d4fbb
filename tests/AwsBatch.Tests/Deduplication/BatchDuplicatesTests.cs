using AwsBatch.Deduplication;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Deduplication;

public sealed class BatchDuplicatesTests
{
    private static readonly ListingIdentity Identity = new();

    [Fact]
    public void The_first_of_equal_requests_leads_and_the_others_follow_in_order()
    {
        Listing[] requests = [new("a"), new("b"), new("a"), new("c"), new("b"), new("a")];

        var duplicates = BatchDuplicates.Find(requests, Identity)!;

        Assert.Equal(3, duplicates.Count);
        Assert.Equal([2, 5], FollowersOf(duplicates, 0));
        Assert.Equal([4], FollowersOf(duplicates, 1));
        Assert.Empty(FollowersOf(duplicates, 3));
        Assert.Equal([2, 4, 5], Enumerable.Range(0, requests.Length).Where(duplicates.IsFollower));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Nothing_is_kept_when_no_two_are_equal(int count) =>
        Assert.Null(BatchDuplicates.Find(Distinct(count), Identity));

    [Fact]
    public void All_equal_requests_follow_the_first()
    {
        Listing[] requests = [.. Enumerable.Range(0, 1000).Select(_ => new Listing("same"))];

        var duplicates = BatchDuplicates.Find(requests, Identity)!;

        Assert.Equal(999, duplicates.Count);
        Assert.Equal(Enumerable.Range(1, 999), FollowersOf(duplicates, 0));
    }

    [Fact]
    public void Requests_of_two_pools_are_never_equal()
    {
        Listing[] requests = [new("a"), new("a"), new("a"), new("a")];

        var duplicates = BatchDuplicates.Find(requests, Identity, [1, 2, 1, 3])!;

        Assert.Equal(1, duplicates.Count);
        Assert.Equal([2], FollowersOf(duplicates, 0));
        Assert.Null(BatchDuplicates.Find(requests, new ListingIdentity(_ => 7), [1, 2, 3, 4]));
    }

    [Fact]
    public void Equal_requests_in_two_objects_are_not_the_same_object()
    {
        var once = new Listing("a");
        Listing[] requests = [once, new("a"), once, new("b"), once];

        var same = BatchDuplicates.FindSameObjects<Listing>(requests)!;

        Assert.Equal([2, 4], FollowersOf(same, 0));
        Assert.False(same.IsFollower(1));
        Assert.Null(BatchDuplicates.FindSameObjects<Listing>([new("a"), new("a")]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void It_finds_what_comparing_each_with_each_finds(int seed)
    {
        var random = new Random(seed);
        foreach (Func<Listing, int>? hash in new Func<Listing, int>?[] { null, static _ => 42, static listing => listing.Bucket.Length })
        {
            var identity = new ListingIdentity(hash);
            var count = random.Next(2, 400);
            Listing[] requests = [.. Enumerable.Range(0, count).Select(_ => new Listing($"b{random.Next(count)}"))];
            int[] scopes = [.. Enumerable.Range(0, count).Select(_ => random.Next(3))];

            var duplicates = BatchDuplicates.Find(requests, identity, scopes);

            for (var position = 0; position < count; position++)
            {
                bool Same(int other) => scopes[other] == scopes[position] && identity.Equals(requests[other], requests[position]);
                var follows = Enumerable.Range(0, position).Any(Same);
                Assert.True(follows == (duplicates?.IsFollower(position) ?? false), $"seed {seed}, position {position}");
                if (!follows && duplicates is not null)
                    Assert.Equal(Enumerable.Range(position + 1, count - position - 1).Where(Same), FollowersOf(duplicates, position));
            }
        }
    }

    [Fact]
    public void A_search_of_distinct_requests_allocates_nothing_that_stays()
    {
        var requests = Distinct(10_000);

        Assert.Equal(0, Allocations.Of(() => BatchDuplicates.Find(requests, Identity)));
    }

    [Fact]
    public void With_duplicates_one_number_per_request_stays()
    {
        var requests = Distinct(10_000);
        requests[9_999] = requests[0].Copy();

        Assert.InRange(Allocations.Of(() => BatchDuplicates.Find(requests, Identity)), 40_000, 40_200);
    }

    private static Listing[] Distinct(int count) => [.. Enumerable.Range(0, count).Select(number => new Listing($"bucket-{number}"))];

    private static List<int> FollowersOf(BatchDuplicates duplicates, int leader)
    {
        List<int> followers = [];
        for (var follower = duplicates.FirstFollower(leader); follower >= 0; follower = duplicates.NextFollower(follower))
            followers.Add(follower);
        return followers;
    }
}
