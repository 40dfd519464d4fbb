using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The service failed.</summary>
public partial class ServiceException : AmazonLambdaException
{
    /// <summary>Creates the exception without a message.</summary>
    public ServiceException() { }

    /// <summary>Creates the exception.</summary>
    public ServiceException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public ServiceException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public ServiceException(Exception innerException) : base(innerException) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public ServiceException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public ServiceException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Who is at fault as the service says it, "User" or "Server".</summary>
    public string Type { get; set; }
}
