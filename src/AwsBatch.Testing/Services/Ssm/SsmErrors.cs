using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ssm;

internal static class SsmErrors
{
    public static AwsError Throttling { get; } = new(400, "ThrottlingException", "Rate exceeded");

    public static AwsErrorException ParameterNotFound(string name) => Error("ParameterNotFound", $"Parameter {name} not found.");

    public static AwsErrorException ParameterVersionNotFound(string name, string version) => Error(
        "ParameterVersionNotFound", $"Systems Manager could not find version {version} of {name}. Verify the version and try again.");

    public static AwsErrorException ParameterAlreadyExists() => Error(
        "ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");

    public static AwsErrorException TypeRequired() =>
        Json.JsonErrors.ValidationException("A parameter type is required when you create a parameter.");

    public static AwsErrorException InvalidName() => Json.JsonErrors.ValidationException(
        "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive), can hold only letters, digits, and .-_/ between them, "
        + "and must be a fully qualified name, with a slash before all others.");

    public static AwsErrorException StandardValueTooLong(int most) => Json.JsonErrors.ValidationException(
        $"Standard tier parameters support a maximum parameter value of {most} characters. To create a larger parameter value, upgrade the "
        + "parameter to use the advanced-parameter tier.");

    public static AwsErrorException ValueTooLong(int most) =>
        Json.JsonErrors.ValidationException($"Advanced tier parameters support a maximum parameter value of {most} characters.");

    public static AwsErrorException UnknownDataType(string type) => Json.JsonErrors.ValidationException(
        $"The following data type is not supported: {type} (Data type names are all lowercase.)");

    public static AwsErrorException InvalidPath() => Json.JsonErrors.ValidationException(
        "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\".");

    public static AwsErrorException InvalidNextToken() => Error("InvalidNextToken", "The specified token is not valid.");

    private static AwsErrorException Error(string code, string message) => new(new(400, code, message));
}
