using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Lambda;

internal static class LambdaErrors
{
    public static AwsError TooManyRequests { get; } = new(429, "TooManyRequestsException", "Rate exceeded");

    public static AwsErrorException FunctionNotFound(string arn) =>
        Error(404, "ResourceNotFoundException", $"Function not found: {arn}");

    public static AwsErrorException InvalidParameterValue(string name, string value) =>
        Error(400, "InvalidParameterValueException", $"The value '{value}' of {name} is invalid.");

    public static AwsErrorException RequestEntityTooLarge(int length, string type, int limit) => Error(
        413,
        "RequestEntityTooLargeException",
        $"{length} byte payload is too large for the {type} invocation type (limit {limit} bytes)");

    public static AwsErrorException InvalidRequestContent() =>
        Error(400, "InvalidRequestContentException", "Could not parse request body into json: the payload is no valid JSON.");

    private static AwsErrorException Error(int status, string code, string message) => new(new(status, code, message));
}
