using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Lambda;

internal static class ListFunctions
{
    // More may be asked for, but Lambda gives no more than this at once.
    private const int MaxPage = 50;
    private const int MaxItems = 10_000;

    public static ValueTask AnswerAsync(LambdaCall call, AwsResponse response, CancellationToken cancellationToken)
    {
        var query = call.Request.Query;
        var size = Math.Min(query.Number("MaxItems", 1, MaxItems, LambdaErrors.InvalidParameterValue) ?? MaxPage, MaxPage);
        var after = query["Marker"] ?? "";
        var rest = Array.FindAll(call.Lambda.All(), function => string.CompareOrdinal(function.Name, after) > 0);

        using var json = response.OpenJson(RestJsonProtocol.ContentType);
        json.WriteStartObject();
        json.WriteStartArray("Functions");
        foreach (var function in rest.AsSpan(0, Math.Min(size, rest.Length)))
            json.WriteConfiguration(function);
        json.WriteEndArray();
        if (rest.Length > size)
            json.WriteString("NextMarker", rest[size - 1].Name);
        json.WriteEndObject();
        return default;
    }
}
