using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function is inactive and its VPC connection is being restored; try again in a few minutes.</summary>
public partial class ResourceNotReadyException : AmazonLambdaException
{
    /// <summary>Creates the exception without a message.</summary>
    public ResourceNotReadyException() { }

    /// <summary>Creates the exception.</summary>
    public ResourceNotReadyException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public ResourceNotReadyException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public ResourceNotReadyException(Exception innerException) : base(innerException) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public ResourceNotReadyException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public ResourceNotReadyException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Who is at fault as the service says it, "User" or "Server".</summary>
    public string Type { get; set; }
}
