namespace AwsBatch.Testing.Protocols;

/// <summary>The JSON 1.0 and 1.1 protocols' errors, as services addressed by <c>X-Amz-Target</c> send them.</summary>
internal sealed class JsonRpcProtocol : IProtocol
{
    public void Identify(AwsResponse response) => response.Headers["x-amzn-RequestId"] = response.RequestId;

    public void WriteError(AwsError error, AwsResponse response)
    {
        using var json = response.OpenJson("application/x-amz-json-1.1");
        json.WriteStartObject();
        json.WriteString("__type", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}
