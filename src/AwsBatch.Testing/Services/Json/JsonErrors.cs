using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Json;

/// <summary>How a JSON service refuses parameters; what it cannot even read all say alike.</summary>
/// <param name="Missing">A member that must be given: made of its name.</param>
/// <param name="Invalid">A member outside its range: made of its name, its value and what would be right.</param>
internal sealed record JsonErrors(Func<string, AwsErrorException> Missing, Func<string, string, string, AwsErrorException> Invalid)
{
    /// <summary>As the services that validate by their models say it.</summary>
    public static JsonErrors Validation { get; } = new(
        name => Constraint("null", name, "Member must not be null"),
        (name, value, constraint) => Constraint($"'{value}'", name, constraint));

    public static AwsErrorException ValidationException(string message) => new(new(400, "ValidationException", message));

    public static AwsErrorException UnknownOperation() => new(new(400, "UnknownOperationException", "The requested operation is not known."));

    public static AwsErrorException Serialization(string message) => new(new(400, "SerializationException", message));

    private static AwsErrorException Constraint(string value, string name, string constraint) => ValidationException(
        $"1 validation error detected: Value {value} at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: {constraint}");
}
