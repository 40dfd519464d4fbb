using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Ec2;

internal static class Ec2Errors
{
    public static AwsError RequestLimitExceeded { get; } = new(503, "RequestLimitExceeded", "Request limit exceeded.");

    public static AwsErrorException MissingParameter(string name) =>
        Error("MissingParameter", $"The request must contain the parameter {name}");

    public static AwsErrorException InvalidParameterValue(string name, string value) =>
        Error("InvalidParameterValue", $"Value ({value}) for parameter {name} is invalid.");

    public static AwsErrorException InvalidParameterCombination(string message) => Error("InvalidParameterCombination", message);

    public static AwsErrorException InvalidInstanceNotFound(IReadOnlyCollection<string> ids) => Error(
        "InvalidInstanceID.NotFound",
        ids.Count == 1 ? $"The instance ID '{ids.First()}' does not exist" : $"The instance IDs '{string.Join(", ", ids)}' do not exist");

    public static AwsErrorException InvalidInstanceMalformed(string id) => Error("InvalidInstanceID.Malformed", $"Invalid id: \"{id}\"");

    public static AwsErrorException InvalidImageNotFound(string id) =>
        Error("InvalidAMIID.NotFound", $"The image id '[{id}]' does not exist");

    public static AwsErrorException InvalidImageMalformed(string id) =>
        Error("InvalidAMIID.Malformed", $"Invalid id: \"{id}\" (expecting \"ami-...\")");

    public static AwsErrorException InvalidNextToken() => Error("InvalidNextToken", "The token is invalid.");

    public static AwsErrorException IdempotentParameterMismatch() => Error(
        "IdempotentParameterMismatch",
        "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");

    public static AwsErrorException DryRunOperation() =>
        new(new(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set."));

    private static AwsErrorException Error(string code, string message) => new(new(400, code, message));
}
