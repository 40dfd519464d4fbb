using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function already exists, or another operation on it is in progress.</summary>
public partial class ResourceConflictException : AmazonLambdaException
{
    /// <summary>Creates the exception without a message.</summary>
    public ResourceConflictException() { }

    /// <summary>Creates the exception.</summary>
    public ResourceConflictException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public ResourceConflictException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public ResourceConflictException(Exception innerException) : base(innerException) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public ResourceConflictException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public ResourceConflictException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Who is at fault as the service says it, "User" or "Server".</summary>
    public string Type { get; set; }
}
