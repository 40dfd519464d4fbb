using System.Text.Json;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

internal static class DynamoDbErrors
{
    public static AwsError ThroughputExceeded { get; } = new(
        400,
        "ProvisionedThroughputExceededException",
        "The level of configured provisioned throughput for the table was exceeded. "
        + "Consider increasing your provisioning level with the UpdateTable API.");

    public static AwsErrorException TableNotFound(string table) =>
        Error("ResourceNotFoundException", $"Requested resource not found: Table: {table} not found");

    public static AwsErrorException TableExists(string table) => Error("ResourceInUseException", $"Table already exists: {table}");

    public static AwsErrorException MissingKey(string attribute) =>
        JsonErrors.ValidationException($"One or more parameter values were invalid: Missing the key {attribute} in the item");

    public static AwsErrorException KeyType(string attribute, string expected, string actual) => JsonErrors.ValidationException(
        $"One or more parameter values were invalid: Type mismatch for key {attribute} expected: {expected} actual: {actual}");

    public static AwsErrorException KeyMismatch() => JsonErrors.ValidationException("The provided key element does not match the schema");

    public static AwsErrorException NotOneType() => JsonErrors.ValidationException(
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");

    public static AwsErrorException FalseNull() => JsonErrors.ValidationException(
        "One or more parameter values were invalid: Null attribute value types must have the value of true");

    public static AwsErrorException TooDeep() => JsonErrors.ValidationException("Nesting Levels have exceeded supported limits");

    public static AwsErrorException NotANumber(string text) =>
        JsonErrors.ValidationException($"The parameter cannot be converted to a numeric value: {text}");

    public static AwsErrorException EmptySet(string kind) =>
        JsonErrors.ValidationException($"One or more parameter values were invalid: An {kind} set  may not be empty");

    public static AwsErrorException Duplicates(JsonElement set) => JsonErrors.ValidationException(
        $"One or more parameter values were invalid: Input collection [{string.Join(", ", set.EnumerateArray())}] contains duplicates.");

    public static AwsErrorException NumberTooPrecise() =>
        JsonErrors.ValidationException("Attempting to store more than 38 significant digits in a Number");

    public static AwsErrorException NumberOutOfRange(bool isOver) => JsonErrors.ValidationException(
        $"Number {(isOver ? "overflow" : "underflow")}. Attempting to store a number with magnitude {(isOver ? "larger" : "smaller")} than supported range");

    public static AwsErrorException EmptyKey(string attribute, string kind) => JsonErrors.ValidationException(
        $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {kind} value. Key: {attribute}");

    // The service itself leaves the space out.
    public static AwsErrorException PartitionKeyTooLarge(int most) => JsonErrors.ValidationException(
        $"One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of{most} bytes");

    public static AwsErrorException SortKeyTooLarge(int most) => JsonErrors.ValidationException(
        $"One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of {most} bytes");

    public static AwsErrorException ItemTooLarge() => JsonErrors.ValidationException("Item size has exceeded the maximum allowed size");

    public static AwsErrorException Unused(string parameter, IEnumerable<string> names) =>
        JsonErrors.ValidationException($"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", names)}}}");

    public static AwsErrorException SeveralConditions() =>
        JsonErrors.ValidationException("KeyConditionExpressions must only contain one condition per key");

    public static AwsErrorException ReversedBounds(JsonElement lower, JsonElement upper)
    {
        return KeyCondition(
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
            + $"lower bound operand: AttributeValue: {Operand(lower)}, upper bound operand: AttributeValue: {Operand(upper)}");

        static string Operand(JsonElement value) =>
            value.EnumerateObject().Select(property => $"{{{property.Name}:{property.Value.GetString()}}}").Single();
    }

    public static AwsErrorException KeyCondition(string why) =>
        JsonErrors.ValidationException($"Invalid KeyConditionExpression: {why}");

    private static AwsErrorException Error(string code, string message) => new(new(400, code, message));
}
