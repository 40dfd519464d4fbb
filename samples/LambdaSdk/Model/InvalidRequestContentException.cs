using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The payload of an invocation is not valid JSON.</summary>
public partial class InvalidRequestContentException : AmazonLambdaException
{
    /// <summary>Creates the exception without a message.</summary>
    public InvalidRequestContentException() { }

    /// <summary>Creates the exception.</summary>
    public InvalidRequestContentException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public InvalidRequestContentException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public InvalidRequestContentException(Exception innerException) : base(innerException) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public InvalidRequestContentException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public InvalidRequestContentException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Who is at fault as the service says it, "User" or "Server".</summary>
    public string Type { get; set; }
}
