using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The payload of an invocation is larger than its type allows.</summary>
public partial class RequestTooLargeException : AmazonLambdaException
{
    /// <summary>Creates the exception without a message.</summary>
    public RequestTooLargeException() { }

    /// <summary>Creates the exception.</summary>
    public RequestTooLargeException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public RequestTooLargeException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public RequestTooLargeException(Exception innerException) : base(innerException) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public RequestTooLargeException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public RequestTooLargeException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Who is at fault as the service says it, "User" or "Server".</summary>
    public string Type { get; set; }
}
