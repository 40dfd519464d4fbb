using AwsBatch.Admission;

namespace AwsBatch.Tests.Admission;

public sealed class PoolGateTests
{
    private readonly Quota quota = new();
    private readonly PoolGate gate;

    public PoolGateTests() =>
        gate = new PoolGate(new AdaptiveLimiter(new LimiterSettings(Initial: 5, Min: 1, Max: 5, TargetLatency: null), TimeProvider.System), quota);

    [Theory]
    [InlineData(3, 3)]
    [InlineData(9, 5)]
    public void No_more_are_inside_than_limiter_and_quota_allow(int leased, int expected)
    {
        quota.Concurrency = leased;

        var inside = Enumerable.Range(0, 20).Count(_ => gate.TryEnter(new Waiter()));

        Assert.Equal((expected, expected, expected), (inside, gate.InFlight, gate.Limit));
    }

    [Fact]
    public void A_permit_that_comes_free_goes_to_who_has_waited_longest()
    {
        quota.Concurrency = 1;
        var (inside, first, second, late) = (Inside(), InLine(), InLine(), new Waiter());

        Assert.Same(first, gate.Leave(inside));
        Assert.False(gate.TryEnter(late));
        Assert.Equal((1, 2), (gate.InFlight, gate.Waiting));
        Assert.Same(second, gate.Leave(first));
        Assert.Same(late, gate.Leave(second));
        Assert.Null(gate.Leave(late));
        Assert.Equal((0, 0), (gate.InFlight, gate.Waiting));
    }

    [Fact]
    public void Where_a_limit_has_risen_nobody_overtakes_those_in_line()
    {
        quota.Concurrency = 1;
        Inside();
        var waiting = InLine();
        quota.Concurrency = 2;

        var late = InLine();
        gate.Withdraw(late);

        Assert.True(gate.TryEnter(waiting));
        Assert.Equal((2, 0), (gate.InFlight, gate.Waiting));
    }

    [Fact]
    public void What_a_raised_limit_allows_is_handed_out_and_what_is_of_no_use_goes_to_the_next()
    {
        quota.Concurrency = 1;
        Inside();
        var passing = InLine();
        passing.OnGranted = () => gate.Leave(passing);
        Waiter[] others = [InLine(), InLine(), InLine()];

        gate.Settle();
        Assert.Equal(0, passing.Grants);

        quota.Concurrency = 3;
        gate.Settle();

        Assert.Equal(1, passing.Grants);
        Assert.Equal([1, 1, 0], others.Select(static other => other.Grants));
        Assert.Equal((3, 1), (gate.InFlight, gate.Waiting));
    }

    [Fact]
    public void A_permit_may_be_used_again_while_nobody_else_waits_and_the_limit_has_not_fallen()
    {
        quota.Concurrency = 2;
        var (holder, other) = (Inside(), Inside());
        Assert.True(gate.MayKeep(holder));

        // It waits itself, for one more.
        Assert.False(gate.TryEnter(holder));
        Assert.True(gate.MayKeep(holder));
        Assert.False(gate.MayKeep(other));

        Assert.False(gate.TryEnter(other));
        Assert.False(gate.MayKeep(holder));

        gate.Withdraw(holder);
        gate.Withdraw(other);
        quota.Concurrency = 1;
        Assert.False(gate.MayKeep(holder));
    }

    [Fact]
    public void Who_withdraws_is_passed_over()
    {
        quota.Concurrency = 1;
        var (inside, leaver, stayer) = (Inside(), InLine(), InLine());

        gate.Withdraw(leaver);
        gate.Withdraw(leaver);

        Assert.Equal(1, gate.Waiting);
        Assert.Same(stayer, gate.Leave(inside));
    }

    [Fact]
    public void One_call_made_within_an_attempt_goes_past_the_limit_at_a_time()
    {
        quota.Concurrency = 1;
        object attempt = new();
        var outer = Inside();
        var inner = Inside(attempt);
        InLine();
        var next = InLine(attempt);
        Inside(within: new object());

        Assert.Null(gate.Leave(outer));
        Assert.Same(next, gate.Leave(inner));
        Assert.Null(gate.Leave(next));
        Inside(attempt);
    }

    [Fact]
    public void A_call_within_the_limit_that_ends_does_not_free_the_permit_past_it()
    {
        quota.Concurrency = 1;
        object attempt = new();
        var (within, past, next) = (Inside(attempt), Inside(attempt), InLine(attempt));

        Assert.Null(gate.Leave(within));
        Assert.Same(next, gate.Leave(past));
    }

    private Waiter Inside(object? within = null)
    {
        var waiter = new Waiter(within);
        Assert.True(gate.TryEnter(waiter));
        return waiter;
    }

    private Waiter InLine(object? within = null)
    {
        var waiter = new Waiter(within);
        Assert.False(gate.TryEnter(waiter));
        return waiter;
    }

    private sealed class Quota : IQuotaLease
    {
        public int Concurrency { get; set; }
    }

    private sealed class Waiter : IGateWaiter
    {
        public Waiter(object? within = null)
        {
            Within = within;
            Place = new LinkedListNode<IGateWaiter>(this);
        }

        public LinkedListNode<IGateWaiter> Place { get; }

        public object? Within { get; }

        public int Grants { get; private set; }

        public Func<IGateWaiter?>? OnGranted { get; set; }

        public IGateWaiter? Granted()
        {
            Grants++;
            return OnGranted?.Invoke();
        }
    }
}
