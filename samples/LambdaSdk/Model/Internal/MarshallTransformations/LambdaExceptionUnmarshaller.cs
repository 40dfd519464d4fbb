using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Turns an error answer into the exception of its code.</summary>
internal static class LambdaExceptionUnmarshaller
{
    internal static AmazonServiceException Unmarshall(
        JsonUnmarshallerContext context, Exception inner, HttpStatusCode status)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        var details = ErrorDetails.Read(context);

        return error.Code switch
        {
            nameof(InvalidParameterValueException) => new InvalidParameterValueException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status) { Type = details.Type },
            nameof(InvalidRequestContentException) => new InvalidRequestContentException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status) { Type = details.Type },
            nameof(RequestTooLargeException) => new RequestTooLargeException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status) { Type = details.Type },
            nameof(ResourceConflictException) => new ResourceConflictException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status) { Type = details.Type },
            nameof(ResourceNotFoundException) => new ResourceNotFoundException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status) { Type = details.Type },
            nameof(ResourceNotReadyException) => new ResourceNotReadyException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status) { Type = details.Type },
            nameof(ServiceException) => new ServiceException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status) { Type = details.Type },
            nameof(TooManyRequestsException) => Throttled(error, details, inner, status),
            nameof(UnsupportedMediaTypeException) => new UnsupportedMediaTypeException(
                error.Message, inner, error.Type, error.Code, error.RequestId, status) { Type = details.Type },
            _ => new AmazonLambdaException(error.Message, inner, error.Type, error.Code, error.RequestId, status),
        };
    }

    private static TooManyRequestsException Throttled(
        ErrorResponse error, ErrorDetails details, Exception inner, HttpStatusCode status) =>
        new(error.Message, inner, error.Type, error.Code, error.RequestId, status)
        {
            Reason = details.Reason,
            RetryAfterSeconds = details.RetryAfter,
            Type = details.Type,
        };

    /// <summary>What the exceptions hold beyond the common error members.</summary>
    private readonly record struct ErrorDetails(string Type, string Reason, string RetryAfter)
    {
        internal static ErrorDetails Read(JsonUnmarshallerContext context)
        {
            var retryAfter = context.ResponseData.IsHeaderPresent("Retry-After")
                ? context.ResponseData.GetHeaderValue("Retry-After")
                : null;

            try
            {
                using var body = JsonDocument.Parse(context.GetResponseBodyBytes());
                return new ErrorDetails(Text(body, "Type"), Text(body, "Reason"), retryAfter);
            }
            catch (JsonException)
            {
                // A proxy in between may answer with a page of its own: the status says enough.
                return new ErrorDetails(null, null, retryAfter);
            }
        }

        private static string Text(JsonDocument body, string name) =>
            body.RootElement.ValueKind == JsonValueKind.Object
            && body.RootElement.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
    }
}
