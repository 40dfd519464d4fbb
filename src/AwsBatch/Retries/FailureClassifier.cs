using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using Polly.CircuitBreaker;

namespace AwsBatch.Retries;

/// <summary>Says of an exception what kind of failure it is and what follows, by the SDK's own rules where it has some.</summary>
internal static class FailureClassifier
{
    /// <summary>What a failed attempt means for the next one.</summary>
    public static Failure Assess(in FailedAttempt attempt)
    {
        var exception = attempt.Exception;

        // Once the headers are here, what does not come of the body's transfer is the consumer's own.
        if (attempt.Answered && !IsOfTheConnection(exception))
            return new Failure(Outcome.Fail);

        return KindOf(exception, attempt.Operation, attempt.Answered) switch
        {
            BatchErrorKind.Throttled => OfThrottle(AnswerIn(exception)!, attempt),
            BatchErrorKind.Service => OfAnswer(AnswerIn(exception)!, attempt),
            BatchErrorKind.Timeout => new Failure(Outcome.RetryTransient) { AnswerLost = true },
            BatchErrorKind.Network when exception.Find<BrokenCircuitException>() is not null => new Failure(Outcome.Park),
            BatchErrorKind.Network =>
                new Failure(Outcome.RetryTransient) { AnswerLost = MayHaveLeft(BatchErrorKind.Network, exception) },
            _ => new Failure(Outcome.Fail),
        };
    }

    /// <summary>The error that an item ends with.</summary>
    /// <param name="operation">What was called.</param>
    /// <param name="describeRequest">Says the request's key parameters.</param>
    /// <param name="exception">What came of it.</param>
    /// <param name="answered">Whether an answer had begun; the failure is then a consumer's, or the body's.</param>
    /// <param name="givenUp">Why it is not sent again, if the failure itself does not say so.</param>
    public static BatchError Classify(
        BatchOperation operation, Func<string> describeRequest, Exception exception, bool answered, GivenUp givenUp = GivenUp.No)
    {
        var answer = AnswerIn(exception);
        var kind = KindOf(exception, operation, answered);
        return new BatchError(describeRequest)
        {
            Service = operation.Service.Name,
            Operation = operation.Name,
            Kind = kind,
            Code = answer?.ErrorCode is { Length: > 0 } code ? code : NameOf(kind, exception),
            Message = MessageOf(exception),
            StatusCode = answer?.StatusCode is { } status && status != 0 ? status : null,
            RequestId = answer?.RequestId,
            IsRetryable = kind switch
            {
                BatchErrorKind.Throttled or BatchErrorKind.Timeout or BatchErrorKind.Network => true,
                BatchErrorKind.Service => ErrorRules.IsTransient(answer!),
                _ => false,
            },
            WasSent = answered || MayHaveLeft(kind, exception),
            GivenUp = givenUp,
            Exception = exception,
        };
    }

    private static Failure OfThrottle(AmazonServiceException exception, in FailedAttempt attempt) => new(Outcome.RetryThrottle)
    {
        RetryAfter = new ErrorAnswer(exception).RetryAfter(attempt.At),
        MayBeLasting = ErrorRules.MayBeLasting(exception),
    };

    private static Failure OfAnswer(AmazonServiceException exception, in FailedAttempt attempt)
    {
        var answer = new ErrorAnswer(exception);
        if (ClockSkew.Explains(answer, attempt.SignedAt, attempt.Elapsed))
            return Corrected(Correction.Clock);
        if (ErrorRules.IsOfExpiredCredentials(answer))
            return Corrected(Correction.Credentials);
        if (answer.Status == HttpStatusCode.MisdirectedRequest)
            return Corrected(Correction.Connection);
        if (attempt.Operation.Service.Name == "s3" && BucketRegion.CorrectionOf(answer, attempt.Target.Region) is { } region)
            return Corrected(Correction.Region) with { Region = region };

        return ErrorRules.IsTransient(exception)
            ? new Failure(Outcome.RetryTransient) { RetryAfter = answer.RetryAfter(attempt.At) }
            : new Failure(Outcome.Fail);
    }

    private static Failure Corrected(Correction correction) => new(Outcome.ResendCorrected) { Correction = correction };

    private static bool MayHaveLeft(BatchErrorKind kind, Exception exception) => kind switch
    {
        BatchErrorKind.Validation => false,
        BatchErrorKind.Network => exception.Find<BrokenCircuitException>() is null
            && !ConnectionBreaker.IsUnconnected(exception.Find<HttpRequestException>()),
        _ => true,
    };

    // A consumer reads from the connection and writes elsewhere: an IOException alone may be of its file.
    private static bool IsOfTheConnection(Exception exception) =>
        exception.Find<ConnectionLostException>() is not null || exception.Find<HttpIOException>() is not null;

    // A deadline of the call's own is told with the cancellation by which it was kept.
    private static bool IsOfTheConsumer(Exception exception) => exception
        is TimeoutException { InnerException: not OperationCanceledException }
        or FileNotFoundException or DirectoryNotFoundException or PathTooLongException
        || (exception is HttpRequestException && !IsOfTheConnection(exception));

    // The SDK also wraps what is no answer in its service exceptions: those have no status.
    private static AmazonServiceException? AnswerIn(Exception exception)
    {
        var found = exception.Find<AmazonServiceException>();
        while (found is { StatusCode: 0 } && !ErrorRules.IsThrottle(found))
            found = found.InnerException.Find<AmazonServiceException>();
        return found;
    }

    private static BatchErrorKind KindOf(Exception exception, BatchOperation operation, bool answered) => exception switch
    {
        _ when answered && IsOfTheConsumer(exception) => BatchErrorKind.Validation,
        OperationCanceledException => BatchErrorKind.Canceled,
        TimeoutException => BatchErrorKind.Timeout,
        AwsBatchConfigurationException => BatchErrorKind.Validation,
        AmazonServiceException answer when ErrorRules.IsThrottle(answer, operation) => BatchErrorKind.Throttled,
        // An answer of success that cannot be read is a broken transfer, and not the service's word.
        AmazonUnmarshallingException { StatusCode: HttpStatusCode.OK } => BatchErrorKind.Network,
        XmlException or JsonException when !answered => BatchErrorKind.Network,
        AmazonServiceException { StatusCode: not 0 } => BatchErrorKind.Service,
        HttpRequestException or IOException or ConnectionLostException or BrokenCircuitException => BatchErrorKind.Network,
        { InnerException: { } inner } =>
            KindOf(inner, operation, answered) is not BatchErrorKind.Canceled and var kind ? kind : BatchErrorKind.Timeout,
        _ => BatchErrorKind.Validation,
    };

    // An open breaker says only that it is open; what opened it is what can be put right.
    private static string MessageOf(Exception exception) =>
        exception.Find<BrokenCircuitException>() is { InnerException: { } cause }
            ? $"{cause.Message}; no connection is tried for some seconds"
            : exception.Message;

    private static string NameOf(BatchErrorKind kind, Exception exception) => kind switch
    {
        BatchErrorKind.Timeout or BatchErrorKind.Network or BatchErrorKind.Canceled => kind.ToString(),
        BatchErrorKind.Service when AnswerIn(exception) is { } answer => $"Http{(int)answer.StatusCode}",
        _ => exception.GetType().Name,
    };
}
