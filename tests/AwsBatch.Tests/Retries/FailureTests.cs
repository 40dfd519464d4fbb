using System.Globalization;
using Amazon.Runtime;
using AwsBatch.Clients;
using AwsBatch.Retries;
using AwsBatch.Tests.Support;
using Polly.CircuitBreaker;

namespace AwsBatch.Tests.Retries;

/// <summary>What a failure means when no service answered, or its answer had begun.</summary>
public sealed class FailureTests
{
    private static readonly Failure Lost = new(Outcome.RetryTransient) { AnswerLost = true };
    private static readonly Failure NotSent = new(Outcome.RetryTransient);

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public void What_found_no_connection_was_not_sent(HttpRequestError error) =>
        Assert.Equal(NotSent, Assess(new HttpRequestException(error)));

    [Fact]
    public void What_met_an_open_breaker_was_not_sent_and_is_parked() =>
        Assert.Equal(new Failure(Outcome.Park), Assess(new AmazonClientException("wrapped", new BrokenCircuitException())));

    [Fact]
    public void A_connection_lost_under_a_request_or_a_time_out_lose_the_answer()
    {
        Assert.Equal(Lost, Assess(new HttpRequestException("x", new ConnectionLostException("gone"))));
        Assert.Equal(Lost, Assess(new HttpRequestException(HttpRequestError.ResponseEnded)));
        Assert.Equal(Lost, Assess(new IOException("reset")));
        Assert.Equal(Lost, Assess(new TimeoutException()));
    }

    [Fact]
    public void What_this_side_refused_or_cancelled_is_not_sent_again()
    {
        Assert.Equal(Outcome.Fail, Assess(new OperationCanceledException()).Outcome);
        Assert.Equal(Outcome.Fail, Assess(new ArgumentException("no key given")).Outcome);
    }

    [Fact]
    public void A_consumers_own_failure_is_not_sent_again_but_a_body_cut_off_is()
    {
        Assert.Equal(Outcome.Fail, Assess(new IOException("disk full"), answered: true).Outcome);
        Assert.Equal(Outcome.Fail, Assess(new TimeoutException(), answered: true).Outcome);
        Assert.Equal(Outcome.Fail, Assess(StubAnswer.Exception(503, "SlowDown"), answered: true).Outcome);
        Assert.Equal(Outcome.Fail, Assess(new System.Text.Json.JsonException("not mine"), answered: true).Outcome);
        Assert.Equal(Lost, Assess(new HttpIOException(HttpRequestError.ResponseEnded), answered: true));
        Assert.Equal(Lost, Assess(new InvalidDataException("x", new ConnectionLostException("gone")), answered: true));
    }

    [Fact]
    public void A_limit_exceeded_may_be_lasting_where_the_service_does_not_call_it_a_throttle()
    {
        Assert.True(Assess(StubAnswer.Exception(400, "LimitExceededException")).MayBeLasting);
        Assert.False(Assess(StubAnswer.Exception(400, "ThrottlingException")).MayBeLasting);
    }

    [Fact]
    public void A_bucket_region_is_no_concern_of_another_service() =>
        Assert.Equal(
            Outcome.Fail,
            Assess(StubAnswer.Exception(400, "Bad", new Dictionary<string, string> { ["x-amz-bucket-region"] = "us-west-2" })).Outcome);

    [Theory]
    // Our clock is right again, the SDK does not know it yet.
    [InlineData("2026-01-01T12:00:01Z", "20260101T130000Z", nameof(Correction.Clock))]
    // Our clock is an hour slow, the SDK has corrected it: EC2 means the credentials.
    [InlineData("2026-01-01T11:00:01Z", "20260101T120000Z", nameof(Correction.Credentials))]
    public void A_clock_is_judged_by_the_time_that_was_signed(string ours, string signingDate, string correction)
    {
        var answer = StubAnswer.Exception(400, "RequestExpired", new Dictionary<string, string> { ["Date"] = "Thu, 01 Jan 2026 12:00:01 GMT" });
        var at = DateTimeOffset.Parse(ours, CultureInfo.InvariantCulture);

        var failure = FailureClassifier.Assess(new FailedAttempt(
            Operation, new BatchTarget { Region = "eu-west-1" }, answer, Answered: false, at, TimeSpan.FromSeconds(1), signingDate));

        Assert.Equal(correction, failure.Correction.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("20260101T120000Z")]
    public void A_request_that_was_long_under_way_is_no_sign_of_a_wrong_clock(string? signingDate)
    {
        var answer = StubAnswer.Exception(403, "SignatureDoesNotMatch", new Dictionary<string, string> { ["Date"] = "Thu, 01 Jan 2026 12:05:00 GMT" });
        var at = new DateTimeOffset(2026, 1, 1, 12, 10, 0, TimeSpan.Zero);

        var failure = FailureClassifier.Assess(new FailedAttempt(
            Operation, new BatchTarget { Region = "eu-west-1" }, answer, Answered: false, at, TimeSpan.FromMinutes(10), signingDate));

        Assert.Equal(new Failure(Outcome.Fail), failure);
    }

    [Fact]
    public void A_throttle_that_came_without_a_status_is_one()
    {
        var throttle = StubAnswer.Exception(0, "ThrottlingException");

        Assert.Equal(new Failure(Outcome.RetryThrottle), Assess(throttle));
        Assert.Equal((BatchErrorKind.Throttled, "ThrottlingException"), (Classify(throttle).Kind, Classify(throttle).Code));
    }

    [Fact]
    public void What_the_sdk_wraps_in_its_own_exception_without_an_answer_is_named_by_its_cause()
    {
        var wrapped = new AmazonServiceException("wrapped", new HttpRequestException(HttpRequestError.ResponseEnded), ErrorType.Unknown, "Sdk", "id", 0);

        var error = Classify(wrapped);

        Assert.Equal(Lost, Assess(wrapped));
        Assert.Equal((BatchErrorKind.Network, "Network", null), (error.Kind, error.Code, error.StatusCode));
    }

    [Fact]
    public void An_open_breaker_tells_what_opened_it()
    {
        var open = new AmazonClientException("wrapped", new BrokenCircuitException("The circuit is now open", new HttpRequestException("no such host")));

        Assert.Contains("no such host", Classify(open).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OutcomeUnknown", "The outcome is unknown")]
    [InlineData("BodySpent", "a stream that can seek")]
    [InlineData("BudgetSpent", "too many requests to this service fail")]
    public void An_error_says_why_it_was_not_sent_again(string reason, string advice)
    {
        var error = FailureClassifier.Classify(
            Operation, static () => "Number=7", new TimeoutException("late"), answered: false, Enum.Parse<GivenUp>(reason));

        Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
    }

    private static CompilerServices.BatchOperation Operation => Harness.Operation(static (_, _) => throw new NotSupportedException());

    private static BatchError Classify(Exception exception) =>
        FailureClassifier.Classify(Operation, static () => "Number=7", exception, answered: false);

    private static Failure Assess(Exception exception, bool answered = false) => FailureClassifier.Assess(
        new FailedAttempt(Operation, new BatchTarget { Region = "eu-west-1" }, exception, answered, DateTimeOffset.UnixEpoch, TimeSpan.Zero));
}
