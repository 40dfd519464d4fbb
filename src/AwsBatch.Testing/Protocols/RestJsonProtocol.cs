namespace AwsBatch.Testing.Protocols;

/// <summary>REST-JSON, as Lambda speaks it.</summary>
internal sealed class RestJsonProtocol : IProtocol
{
    public const string ContentType = "application/json";

    public void Identify(AwsResponse response) => response.Headers["x-amzn-RequestId"] = response.RequestId;

    public void WriteError(AwsError error, AwsResponse response)
    {
        response.Headers["x-amzn-ErrorType"] = error.Code;
        using var json = response.OpenJson(ContentType);
        json.WriteStartObject();
        json.WriteString("Type", error.StatusCode < 500 ? "User" : "Service");
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}
