using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Sqs;

internal static class SqsErrors
{
    public static JsonErrors Parameters { get; } = new(
        MissingParameter, (name, value, constraint) => InvalidParameterValue(name, value, constraint));

    public static AwsError RequestThrottled { get; } = new(400, "RequestThrottled", "Rate exceeded");

    public static AwsErrorException QueueDoesNotExist() => Error("QueueDoesNotExist", "The specified queue does not exist.");

    public static AwsErrorException QueueNameExists(string attribute) => Error(
        "QueueNameExists", $"A queue already exists with the same name and a different value for attribute {attribute}");

    public static AwsErrorException MissingParameter(string name) =>
        Error("MissingParameter", $"The request must contain the parameter {name}.");

    public static AwsErrorException InvalidParameterValue(string name, string value, string reason) =>
        Error("InvalidParameterValue", $"Value {value} for parameter {name} is invalid. Reason: {reason}.");

    public static AwsErrorException InvalidMessageContents() => Error(
        "InvalidMessageContents",
        "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");

    public static AwsErrorException InvalidAttributeName(string name) => Error("InvalidAttributeName", $"Unknown Attribute {name}.");

    public static AwsErrorException InvalidAttributeValue(string name) =>
        Error("InvalidAttributeValue", $"Invalid value for the parameter {name}.");

    public static AwsErrorException ReceiptHandleIsInvalid(string handle) =>
        Error("ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static AwsErrorException EmptyBatchRequest() =>
        Error("EmptyBatchRequest", "There should be at least one SendMessageBatchRequestEntry in the request.");

    public static AwsErrorException TooManyEntries(int count) =>
        Error("TooManyEntriesInBatchRequest", $"Maximum number of entries per request are 10. You have sent {count}.");

    public static AwsErrorException EntryIdsNotDistinct(string id) => Error("BatchEntryIdsNotDistinct", $"Id {id} repeated.");

    public static AwsErrorException InvalidBatchEntryId() => Error(
        "InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.");

    public static AwsErrorException BatchRequestTooLong(int length) => Error(
        "BatchRequestTooLong", $"Batch requests cannot be longer than {QueueMessage.MaxBytes} bytes. You have sent {length} bytes.");

    private static AwsErrorException Error(string code, string message) => new(new(400, code, message));
}
