using AwsBatch.Clients;
using AwsBatch.Execution;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Execution;

public sealed class RefusalsTests
{
    private static readonly InvalidOperationException Reason = new("the role is gone");
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_reason_holds_for_its_lifetime()
    {
        var refusals = new Refusals(clock);
        refusals.Add(Key(1), Reason);

        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Same(Reason, refusals.Find(Key(1)));

        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Null(refusals.Find(Key(1)));
    }

    [Fact]
    public void One_that_was_forgotten_may_be_noted_again_and_then_holds_as_long()
    {
        var refusals = new Refusals(clock);
        refusals.Add(Key(1), Reason);
        clock.Advance(TimeSpan.FromSeconds(3));
        refusals.Add(Key(2), Reason);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(refusals.Find(Key(1)));
        refusals.Add(Key(1), Reason);

        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Null(refusals.Find(Key(2)));
        Assert.Same(Reason, refusals.Find(Key(1)));
    }

    [Fact]
    public void Of_ever_new_targets_only_the_last_are_kept()
    {
        var refusals = new Refusals(clock);
        for (var number = 0; number < 10_000; number++)
            refusals.Add(Key(number), Reason);

        Assert.Equal(256, Enumerable.Range(0, 10_000).Count(number => refusals.Find(Key(number)) is not null));
        Assert.Same(Reason, refusals.Find(Key(9_999)));
    }

    private static PoolKey Key(int number) => new("fake", new BatchTarget { Profile = $"profile {number}" });
}
