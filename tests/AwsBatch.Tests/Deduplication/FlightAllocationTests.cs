using AwsBatch.Deduplication;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Deduplication;

public sealed class FlightAllocationTests
{
    private readonly FlightTable<FlightKey<Listing>, string, string> table = new(
        new FlightKeyComparer<Listing>(new PlainIdentity()),
        static key => key with { Request = key.Request.Copy() },
        static answer => answer.Length,
        new WindowBounds(),
        TimeProvider.System,
        new Random(1));

    private readonly FlightKey<Listing> key = new("scope", new("a"));
    private readonly Waiter waiter = new();

    [Fact]
    public void A_hit_allocates_nothing()
    {
        table.Complete(table.Enter(key, TimeSpan.FromHours(1), waiter).Flight!, "answer");

        Assert.Equal(0, Allocations.Of(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                if (table.Enter(key, TimeSpan.FromHours(1), waiter).Value != "answer")
                    Assert.Fail("Not a hit.");
            }
        }));
    }

    [Fact]
    public void Waiting_leaving_and_being_answered_allocate_nothing()
    {
        Flight<FlightKey<Listing>, string, string>? flight = null;
        Assert.Equal(0, Allocations.Of(
            () =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    table.Enter(key, TimeSpan.Zero, waiter);
                    table.Leave(waiter);
                }

                table.Enter(key, TimeSpan.Zero, waiter);
                table.Complete(flight!, "answer");
            },
            prepare: () => flight = table.Enter(key, TimeSpan.Zero, waiter).Flight));
    }

    private sealed class Waiter : FlightWaiter<FlightKey<Listing>, string, string>
    {
        public override void Answered(string value)
        {
        }

        public override void Failed(string failure)
        {
        }

        public override void Lead(Flight<FlightKey<Listing>, string, string> flight)
        {
        }
    }

    // As a generator writes it: no enumerator, no boxing.
    private sealed class PlainIdentity : IEqualityComparer<Listing>
    {
        public bool Equals(Listing? x, Listing? y) => string.Equals(x?.Bucket, y?.Bucket, StringComparison.Ordinal);

        public int GetHashCode(Listing request) => request.Bucket.GetHashCode(StringComparison.Ordinal);
    }
}
