using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A parameter of the request is invalid.</summary>
public partial class InvalidParameterValueException : AmazonLambdaException
{
    /// <summary>Creates the exception without a message.</summary>
    public InvalidParameterValueException() { }

    /// <summary>Creates the exception.</summary>
    public InvalidParameterValueException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public InvalidParameterValueException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public InvalidParameterValueException(Exception innerException) : base(innerException) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public InvalidParameterValueException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public InvalidParameterValueException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Who is at fault as the service says it, "User" or "Server".</summary>
    public string Type { get; set; }
}
