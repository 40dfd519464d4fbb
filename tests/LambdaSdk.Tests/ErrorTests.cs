using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using LambdaSdk.Tests.Stub;

namespace LambdaSdk.Tests;

public class ErrorTests
{
    [Theory]
    [InlineData("InvalidParameterValueException", 400, typeof(InvalidParameterValueException))]
    [InlineData("InvalidRequestContentException", 400, typeof(InvalidRequestContentException))]
    [InlineData("RequestTooLargeException", 413, typeof(RequestTooLargeException))]
    [InlineData("ResourceConflictException", 409, typeof(ResourceConflictException))]
    [InlineData("ResourceNotFoundException", 404, typeof(ResourceNotFoundException))]
    [InlineData("ResourceNotReadyException", 502, typeof(ResourceNotReadyException))]
    [InlineData("ServiceException", 500, typeof(ServiceException))]
    [InlineData("TooManyRequestsException", 429, typeof(TooManyRequestsException))]
    [InlineData("UnsupportedMediaTypeException", 415, typeof(UnsupportedMediaTypeException))]
    [InlineData("AccessDeniedException", 403, typeof(AmazonLambdaException))]
    public async Task An_error_code_becomes_its_exception_with_all_the_service_said(string code, int status, Type expected)
    {
        using var stub = new LambdaStub(Error(code, (HttpStatusCode)status));

        var error = await Record.ExceptionAsync(() => stub.Client.InvokeAsync(new InvokeRequest { FunctionName = "resize" }));

        Assert.IsType(expected, error);
        var service = Assert.IsAssignableFrom<AmazonServiceException>(error);
        Assert.Equal(code, service.ErrorCode);
        Assert.Equal("what went wrong", service.Message);
        Assert.Equal((HttpStatusCode)status, service.StatusCode);
        Assert.Equal("request-1", service.RequestId);
    }

    [Fact]
    public async Task Every_operation_reads_errors()
    {
        using var stub = new LambdaStub(Error("ServiceException", HttpStatusCode.InternalServerError));

        await Assert.ThrowsAsync<ServiceException>(() => stub.Client.ListFunctionsAsync());
        await Assert.ThrowsAsync<ServiceException>(() => stub.Client.GetFunctionAsync("resize"));
        await Assert.ThrowsAsync<ServiceException>(() => stub.Client.InvokeAsync(new InvokeRequest { FunctionName = "resize" }));
    }

    [Fact]
    public async Task A_throttle_says_which_limit_was_reached_and_when_to_come_back()
    {
        using var stub = new LambdaStub(new StubAnswer(
            """{ "Type": "User", "message": "Rate Exceeded.", "Reason": "CallerRateLimitExceeded" }""",
            HttpStatusCode.TooManyRequests)
        {
            Headers = { ["x-amzn-ErrorType"] = "TooManyRequestsException", ["Retry-After"] = "2" },
        });

        var error = await Assert.ThrowsAsync<TooManyRequestsException>(() => stub.Client.ListFunctionsAsync());

        Assert.Equal(ThrottleReason.CallerRateLimitExceeded, error.Reason);
        Assert.Equal("2", error.RetryAfterSeconds);
        Assert.Equal("User", error.Type);
    }

    [Fact]
    public async Task An_answer_of_a_proxy_that_is_not_json_still_becomes_a_service_exception()
    {
        using var stub = new LambdaStub(new StubAnswer("<html>Bad Gateway</html>", HttpStatusCode.BadGateway));

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => stub.Client.ListFunctionsAsync());

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
    }

    private static StubAnswer Error(string code, HttpStatusCode status) =>
        new("""{ "Type": "User", "Message": "what went wrong" }""", status)
        {
            Headers = { ["x-amzn-ErrorType"] = code + ":http://internal.amazon.com/coral/com.amazonaws.awslambda/" },
        };
}
