using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>JSON 1.0 whose errors say in a header what they were called in the query protocol, which clients still report.</summary>
internal sealed class SqsProtocol : IProtocol
{
    private static readonly Dictionary<string, string> QueryCodes = new(StringComparer.Ordinal)
    {
        ["BatchEntryIdsNotDistinct"] = "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
        ["BatchRequestTooLong"] = "AWS.SimpleQueueService.BatchRequestTooLong",
        ["EmptyBatchRequest"] = "AWS.SimpleQueueService.EmptyBatchRequest",
        ["InvalidBatchEntryId"] = "AWS.SimpleQueueService.InvalidBatchEntryId",
        ["QueueDoesNotExist"] = "AWS.SimpleQueueService.NonExistentQueue",
        ["QueueNameExists"] = "QueueAlreadyExists",
        ["TooManyEntriesInBatchRequest"] = "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
        ["UnsupportedOperation"] = "AWS.SimpleQueueService.UnsupportedOperation",
    };

    private readonly JsonRpcProtocol json = new(JsonRpcProtocol.Json10, "com.amazonaws.sqs#");

    public void Identify(AwsResponse response) => json.Identify(response);

    public void WriteError(AwsError error, AwsResponse response)
    {
        var fault = error.StatusCode < 500 ? "Sender" : "Receiver";
        response.Headers["x-amzn-query-error"] = $"{QueryCodes.GetValueOrDefault(error.Code, error.Code)};{fault}";
        json.WriteError(error, response);
    }
}
