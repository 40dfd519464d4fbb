using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Sts;

internal static class StsErrors
{
    public static AwsError Throttling { get; } = new(400, "Throttling", "Rate exceeded");

    public static AwsErrorException Missing(string name) => Validation("null", name, "Member must not be null");

    public static AwsErrorException Invalid(string name, string value, string constraint) => Validation($"'{value}'", name, constraint);

    private static AwsErrorException Validation(string value, string name, string constraint) => new(new(
        400,
        "ValidationError",
        $"1 validation error detected: Value {value} at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: {constraint}"));
}
