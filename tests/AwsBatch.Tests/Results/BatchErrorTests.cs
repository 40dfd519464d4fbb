using System.Net;
using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Results;

public sealed class BatchErrorTests
{
    public static TheoryData<Exception, BatchErrorKind, bool, string> Failures => new()
    {
        { Answer("NoSuchBucket", 404), BatchErrorKind.Service, false, "NoSuchBucket" },
        { Answer("InternalError", 500), BatchErrorKind.Service, true, "InternalError" },
        { Answer("", 502), BatchErrorKind.Service, true, "Http502" },
        { Answer("SlowDown", 503), BatchErrorKind.Throttled, true, "SlowDown" },
        { Answer("RequestLimitExceeded", 400), BatchErrorKind.Throttled, true, "RequestLimitExceeded" },
        { Answer("SomethingNew", 429), BatchErrorKind.Throttled, true, "SomethingNew" },
        { new TimeoutException(), BatchErrorKind.Timeout, true, "Timeout" },
        { new HttpRequestException("refused"), BatchErrorKind.Network, true, "Network" },
        { new AmazonClientException("wrapped", new IOException("reset")), BatchErrorKind.Network, true, "Network" },
        { new AmazonClientException("no key given"), BatchErrorKind.Validation, false, "AmazonClientException" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_is_classified(Exception exception, BatchErrorKind kind, bool retryable, string code)
    {
        var error = await FailWithAsync(exception);

        Assert.Equal((kind, retryable, code), (error.Kind, error.IsRetryable, error.Code));
        Assert.Same(exception, error.Exception);
    }

    [Fact]
    public async Task Only_what_left_this_side_is_an_attempt()
    {
        Assert.Equal(0, await AttemptsOfAsync(new ArgumentException("Key is required")));
        Assert.Equal(0, await AttemptsOfAsync(new HttpRequestException(HttpRequestError.ConnectionError)));
        Assert.Equal(1, await AttemptsOfAsync(new HttpRequestException(HttpRequestError.ResponseEnded)));
        Assert.Equal(1, await AttemptsOfAsync(Answer("NoSuchBucket", 404)));
    }

    [Fact]
    public async Task The_line_names_operation_code_parameters_status_and_request_id()
    {
        var error = await FailWithAsync(Answer("NoSuchBucket", 404));

        Assert.Equal(
            "fake:Call failed with NoSuchBucket: it went wrong (Number=0; HTTP 404; request id id-1).",
            error.ToString());
    }

    [Fact]
    public async Task The_line_stays_one_line_and_says_what_to_try()
    {
        var error = await FailWithAsync(new HttpRequestException(HttpRequestError.ConnectionError, "first\r\nsecond"));

        Assert.DoesNotContain('\n', error.ToString());
        Assert.Contains("Check the endpoint", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_shows_no_password_of_a_URL_and_no_control_character()
    {
        var error = await FailWithAsync(new HttpRequestException("https://user:secret@queue.test/q \u001b[31mred"));

        Assert.Contains("https://***@queue.test/q \\u001b[31mred", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_breaks_lines_does_not_break_this_one()
    {
        await using var harness = new Harness();
        var operation = BatchOperation.Create<FakeRequest, string>(
            Harness.Service,
            "Call",
            static (_, _, _) => Task.FromException<string>(Answer("NoSuchKey", 404)),
            static (_, parameters) => parameters.Add("Key", "first\nsecond\r\nthird"));

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(1), null, CancellationToken.None);

        Assert.Contains("(Key=first\\u000asecond\\u000d\\u000athird; HTTP 404", result[0].Error!.ToString(), StringComparison.Ordinal);
    }

    private static AmazonServiceException Answer(string code, int status) =>
        new("it went wrong", ErrorType.Sender, code, "id-1", (HttpStatusCode)status);

    private static async Task<BatchError> FailWithAsync(Exception exception) => (await SendAsync(exception)).Error!;

    private static async Task<int> AttemptsOfAsync(Exception exception) => (await SendAsync(exception)).Attempts;

    private static async Task<BatchItem<FakeRequest, string>> SendAsync(Exception exception)
    {
        await using var harness = new Harness();
        var result = await harness.PlayAsync(harness.Batches.BatchAsync(
            Harness.Operation((_, _) => Task.FromException<string>(exception)), Harness.Requests(1), null, CancellationToken.None));
        return result[0];
    }
}
