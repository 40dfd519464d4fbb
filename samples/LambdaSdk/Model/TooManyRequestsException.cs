using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The call was throttled.</summary>
public partial class TooManyRequestsException : AmazonLambdaException
{
    /// <summary>Creates the exception without a message.</summary>
    public TooManyRequestsException() { }

    /// <summary>Creates the exception.</summary>
    public TooManyRequestsException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public TooManyRequestsException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public TooManyRequestsException(Exception innerException) : base(innerException) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public TooManyRequestsException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public TooManyRequestsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Which limit was reached.</summary>
    public ThrottleReason Reason { get; set; }

    /// <summary>How long to wait before the next attempt, in seconds, or null if the service did not say.</summary>
    public string RetryAfterSeconds { get; set; }

    /// <summary>Who is at fault as the service says it, "User" or "Server".</summary>
    public string Type { get; set; }
}
