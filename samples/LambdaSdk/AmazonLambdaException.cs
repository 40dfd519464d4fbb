using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>An error answer of AWS Lambda; the modelled ones have types of their own.</summary>
public partial class AmazonLambdaException : AmazonServiceException
{
    /// <summary>Creates the exception without a message.</summary>
    public AmazonLambdaException() { }

    /// <summary>Creates the exception.</summary>
    public AmazonLambdaException(string message) : base(message) { }

    /// <summary>Creates the exception.</summary>
    public AmazonLambdaException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Creates the exception with the message of its cause.</summary>
    public AmazonLambdaException(Exception innerException) : base(innerException) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public AmazonLambdaException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    /// <summary>Creates the exception from an answer of the service.</summary>
    public AmazonLambdaException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
