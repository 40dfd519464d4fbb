using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.CompilerServices;

namespace AwsBatch.Retries;

/// <summary>What AWS's rules say of an error that a service answered.</summary>
internal static class ErrorRules
{
    // The SDK's lists of codes, through its public classifiers; the policy itself retries nothing.
    private static readonly StandardRetryPolicy Sdk = new(maxRetries: 0);

    /// <summary>Whether the service refuses the rate of calls.</summary>
    public static bool IsThrottle(AmazonServiceException error, BatchOperation operation) => IsThrottle(error) || IsThrottleOfHead(error, operation);

    /// <summary>Whether it does so by its code or status alone.</summary>
    public static bool IsThrottle(AmazonServiceException error) =>
        error.StatusCode == HttpStatusCode.TooManyRequests || Sdk.IsThrottlingError(error);

    /// <summary>Whether a throttle may be a quota that waiting does not cure.</summary>
    // A rate to some services, to others how many of a thing one may have; the SDK's model marks the former.
    public static bool MayBeLasting(AmazonServiceException error) => error is { ErrorCode: "LimitExceededException", Retryable: null };

    /// <summary>Whether the service was at fault for a moment.</summary>
    // S3 begins some answers with 200 before it knows: an error in such a body is as good as a 500. It redirects for a
    // while where the name of a new bucket has not spread; a bucket of another region is corrected before this is asked.
    public static bool IsTransient(AmazonServiceException error) =>
        error.Retryable is not null
        || Sdk.IsServiceTimeoutError(error)
        || error.StatusCode is HttpStatusCode.OK or HttpStatusCode.TemporaryRedirect or HttpStatusCode.InternalServerError
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether the credentials have expired; to be asked after the clock was found right.</summary>
    // EC2 says RequestExpired of credentials too.
    public static bool IsOfExpiredCredentials(in ErrorAnswer answer) =>
        answer.Code is "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" or "RequestExpired";

    // S3 says SlowDown in a body, and an answer to HEAD has none.
    private static bool IsThrottleOfHead(AmazonServiceException error, BatchOperation operation) =>
        error.StatusCode == HttpStatusCode.ServiceUnavailable
        && operation.Name.StartsWith("Head", StringComparison.Ordinal)
        && new ErrorAnswer(error).Code is null;
}
