using AwsBatch.Retries;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Retries;

public sealed class RetryPolicyTests
{
    private static readonly Failure Transient = new(Outcome.RetryTransient);
    private static readonly Failure Throttle = new(Outcome.RetryThrottle);

    [Theory]
    [InlineData("s3", 1, 50)]
    [InlineData("s3", 2, 100)]
    [InlineData("s3", 4, 400)]
    [InlineData("s3", 60, 20_000)]
    [InlineData("dynamodb", 1, 25)]
    [InlineData("dynamodb", 3, 100)]
    [InlineData("dynamodbstreams", 1, 25)]
    public void A_transients_delay_doubles_from_a_short_base_to_the_cap(string service, int retry, int milliseconds) =>
        Assert.Equal(milliseconds, Delay(RetryRules.For(service), Transient, retry, jitter: 1));

    [Theory]
    [InlineData("s3", 1, 1_000)]
    [InlineData("dynamodb", 1, 1_000)]
    [InlineData("s3", 3, 4_000)]
    [InlineData("s3", 6, 20_000)]
    [InlineData("s3", int.MaxValue, 20_000)]
    public void A_throttles_delay_doubles_from_a_second_to_the_cap(string service, int retry, int milliseconds) =>
        Assert.Equal(milliseconds, Delay(RetryRules.For(service), Throttle, retry, jitter: 1));

    [Fact]
    public void Jitter_takes_all_of_a_transients_delay_and_half_of_a_throttles()
    {
        Assert.Equal(0, Delay(RetryRules.Standard, Transient, 1, jitter: 0));
        Assert.Equal(25, Delay(RetryRules.Standard, Transient, 1, jitter: 0.5));
        Assert.Equal(500, Delay(RetryRules.Standard, Throttle, 1, jitter: 0));
        Assert.Equal(750, Delay(RetryRules.Standard, Throttle, 1, jitter: 0.5));
        Assert.Equal(10_000, Delay(RetryRules.Standard, Throttle, 9, jitter: 0));
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1_500, 1_500)]
    [InlineData(4_990, 4_990)]
    [InlineData(5_050, 5_050)]
    [InlineData(10_000, 5_050)]
    public void Amz_retry_after_holds_between_the_computed_delay_and_five_seconds_more(int asked, int expected) =>
        Assert.Equal(expected, Delay(RetryRules.Standard, Transient with { RetryAfter = Asking(asked, isClamped: true) }, 1, jitter: 1));

    [Fact]
    public void The_clamp_is_around_the_jittered_delay() =>
        Assert.Equal(5_025, Delay(RetryRules.Standard, Transient with { RetryAfter = Asking(60_000, isClamped: true) }, 1, jitter: 0.5));

    [Theory]
    [InlineData(1, 1_000)]
    [InlineData(60_000, 60_000)]
    public void Retry_after_of_http_is_honoured_whole_but_never_shortens(int asked, int expected) =>
        Assert.Equal(expected, Delay(RetryRules.Standard, Throttle with { RetryAfter = Asking(asked, isClamped: false) }, 1, jitter: 1));

    [Fact]
    public void Deciding_allocates_nothing()
    {
        var policy = new RetryPolicy(Random.Shared.NextDouble);
        var budget = new RetryBudget();

        Assert.Equal(0, Allocations.Of(Decide));

        void Decide()
        {
            var retries = new ItemRetries(policy, RetryRules.Standard, budget);
            retries.OnFailure(Throttle, canReplay: true, mayResend: true);
            retries.OnFailure(Transient, canReplay: true, mayResend: true);
            retries.OnSuccess();
        }
    }

    private static RetryAfter Asking(int milliseconds, bool isClamped) => new(TimeSpan.FromMilliseconds(milliseconds), isClamped);

    private static double Delay(RetryRules rules, Failure failure, int retry, double jitter) =>
        new RetryPolicy(() => jitter).Delay(rules, failure, retry).TotalMilliseconds;
}
