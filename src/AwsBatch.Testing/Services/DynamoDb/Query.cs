using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

internal static class Query
{
    public static void Answer(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        call.Parameters.Refuse(
            "FilterExpression", "QueryFilter", "ProjectionExpression", "AttributesToGet", "IndexName", "KeyConditions", "ConditionalOperator");
        var table = call.Table();
        var range = KeyConditions.Parse(call.Parameters, table.Schema);
        if (call.Parameters.Map("ExclusiveStartKey") is { } start)
            range.CheckStart(table.Schema.Exactly(start));
        var items = Array.FindAll(table.Snapshot(), item => range.Has(item.Key));
        var forward = call.Parameters.Flag("ScanIndexForward", otherwise: true);
        if (!forward)
            Array.Reverse(items);
        Page.Write(call, answer, table.Schema, items, direction: forward ? 1 : -1);
    }
}
