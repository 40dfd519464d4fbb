using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

internal static class Scan
{
    public static void Answer(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        call.Parameters.Refuse(
            "FilterExpression", "ScanFilter", "ProjectionExpression", "AttributesToGet", "IndexName", "Segment", "TotalSegments");
        var table = call.Table();
        Page.Write(call, answer, table.Schema, table.Snapshot(), direction: 1);
    }
}
