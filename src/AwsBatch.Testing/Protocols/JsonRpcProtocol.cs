namespace AwsBatch.Testing.Protocols;

/// <summary>The JSON 1.0 and 1.1 protocols, as services addressed by <c>X-Amz-Target</c> speak them.</summary>
/// <param name="contentType">Of every answer.</param>
/// <param name="shapes">What stands before an error's code in <c>__type</c>, such as <c>com.amazonaws.sqs#</c>; clients read what follows.</param>
internal sealed class JsonRpcProtocol(string contentType, string shapes = "") : IProtocol
{
    public const string Json10 = "application/x-amz-json-1.0";
    public const string Json11 = "application/x-amz-json-1.1";

    /// <summary>The header that names the operation, as <c>AmazonSQS.SendMessage</c>.</summary>
    public const string Target = "X-Amz-Target";

    public void Identify(AwsResponse response) => response.Headers["x-amzn-RequestId"] = response.RequestId;

    public void WriteError(AwsError error, AwsResponse response)
    {
        using var json = response.OpenJson(contentType);
        json.WriteStartObject();
        json.WriteString("__type", shapes + error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}
