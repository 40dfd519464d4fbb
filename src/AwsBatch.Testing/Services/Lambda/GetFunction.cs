using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Lambda;

internal static class GetFunction
{
    public static ValueTask AnswerAsync(LambdaCall call, AwsResponse response, CancellationToken cancellationToken)
    {
        var function = call.Function;
        using var json = response.OpenJson(RestJsonProtocol.ContentType);
        json.WriteStartObject();
        json.WritePropertyName("Configuration");
        json.WriteConfiguration(function);
        json.WriteStartObject("Code");
        json.WriteString("RepositoryType", "S3");
        json.WriteEndObject();
        json.WriteEndObject();
        return default;
    }
}
