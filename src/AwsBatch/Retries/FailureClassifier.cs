using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using Polly.CircuitBreaker;

namespace AwsBatch.Retries;

/// <summary>Says of an exception what kind of failure it is, by the SDK's own rules where it has some.</summary>
internal static class FailureClassifier
{
    // The SDK's list of throttling codes, through its public classifier; the policy retries nothing.
    private static readonly StandardRetryPolicy SdkRules = new(maxRetries: 0);

    /// <param name="operation">What was called.</param>
    /// <param name="describeRequest">Says the request's key parameters.</param>
    /// <param name="exception">What came of it.</param>
    /// <param name="answered">Whether an answer had begun; the failure is then a consumer's, or the body's.</param>
    public static BatchError Classify(BatchOperation operation, Func<string> describeRequest, Exception exception, bool answered)
    {
        var answer = exception as AmazonServiceException;
        var kind = KindOf(exception);
        return new BatchError(describeRequest)
        {
            Service = operation.Service.Name,
            Operation = operation.Name,
            Kind = kind,
            Code = answer?.ErrorCode is { Length: > 0 } code ? code : NameOf(kind, exception),
            Message = exception.Message,
            StatusCode = answer?.StatusCode is { } status && status != 0 ? status : null,
            RequestId = answer?.RequestId,
            IsRetryable = kind switch
            {
                BatchErrorKind.Throttled or BatchErrorKind.Timeout or BatchErrorKind.Network => true,
                BatchErrorKind.Service => IsTransient(answer!),
                _ => false,
            },
            WasSent = answered || MayHaveLeft(kind, exception),
            Exception = exception,
        };
    }

    private static bool MayHaveLeft(BatchErrorKind kind, Exception exception) => kind switch
    {
        BatchErrorKind.Validation => false,
        BatchErrorKind.Network => !Causes(exception).Any(static cause =>
            cause is BrokenCircuitException || ConnectionBreaker.IsUnconnected(cause)),
        _ => true,
    };

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    private static BatchErrorKind KindOf(Exception exception) => exception switch
    {
        OperationCanceledException => BatchErrorKind.Canceled,
        TimeoutException => BatchErrorKind.Timeout,
        AmazonServiceException answer when IsThrottle(answer) => BatchErrorKind.Throttled,
        AmazonServiceException { StatusCode: not 0 } => BatchErrorKind.Service,
        HttpRequestException or IOException or ConnectionLostException or BrokenCircuitException => BatchErrorKind.Network,
        { InnerException: { } inner } => KindOf(inner) is not BatchErrorKind.Canceled and var kind ? kind : BatchErrorKind.Timeout,
        _ => BatchErrorKind.Validation,
    };

    private static bool IsThrottle(AmazonServiceException answer) =>
        answer.StatusCode == HttpStatusCode.TooManyRequests || SdkRules.IsThrottlingError(answer);

    private static bool IsTransient(AmazonServiceException answer) =>
        answer.Retryable is not null
        || answer.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static string NameOf(BatchErrorKind kind, Exception exception) => kind switch
    {
        BatchErrorKind.Timeout or BatchErrorKind.Network or BatchErrorKind.Canceled => kind.ToString(),
        BatchErrorKind.Service when exception is AmazonServiceException answer => $"Http{(int)answer.StatusCode}",
        _ => exception.GetType().Name,
    };
}
