using System.Globalization;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>JSON 1.0 with a checksum of every body, which clients verify.</summary>
internal sealed class DynamoDbProtocol : IProtocol
{
    private readonly JsonRpcProtocol json = new(JsonRpcProtocol.Json10, "com.amazonaws.dynamodb.v20120810#");

    public void Identify(AwsResponse response)
    {
        json.Identify(response);
        response.Headers["x-amz-crc32"] = Crc32.Of(response.Body.Span).ToString(CultureInfo.InvariantCulture);
    }

    public void WriteError(AwsError error, AwsResponse response) => json.WriteError(error, response);
}
