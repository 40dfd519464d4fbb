using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>
/// A page of a query or a scan. As with the real service, one that reached its limit has a LastEvaluatedKey even if nothing follows; pages end
/// by the limit alone, not by 1 MB.
/// </summary>
internal static class Page
{
    /// <param name="call">The call.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="schema">Of the table.</param>
    /// <param name="matches">All that the call asks for, in the order it asks for.</param>
    /// <param name="direction">1 for the keys' order, -1 for its reverse.</param>
    public static void Write(
        JsonCall<EmbeddedDynamoDb> call,
        Utf8JsonWriter answer,
        KeySchema schema,
        IEnumerable<KeyValuePair<ItemKey, JsonElement>> matches,
        int direction)
    {
        var limit = call.Parameters.Number("Limit", 1, int.MaxValue) ?? int.MaxValue;
        if (call.Parameters.Map("ExclusiveStartKey") is { } start)
        {
            var after = schema.Exactly(start);
            matches = matches.SkipWhile(match => match.Key.CompareTo(after) * direction <= 0);
        }
        var page = matches.Take(limit).ToArray();

        if (Selects(call.Parameters))
        {
            answer.WriteStartArray("Items");
            foreach (var (_, item) in page)
                item.WriteTo(answer);
            answer.WriteEndArray();
        }
        answer.WriteNumber("Count", page.Length);
        answer.WriteNumber("ScannedCount", page.Length);
        if (page.Length == limit)
            WriteKey(answer, schema, page[^1].Value);
    }

    // Items or their count alone: of indexes and projections, which the other two are for, there are none.
    private static bool Selects(JsonParameters parameters) =>
        parameters.OneOf("Select", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT") switch
        {
            "ALL_PROJECTED_ATTRIBUTES" => throw JsonErrors.ValidationException(
                "One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"),
            "SPECIFIC_ATTRIBUTES" => throw JsonErrors.ValidationException(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"),
            var select => select != "COUNT",
        };

    private static void WriteKey(Utf8JsonWriter answer, KeySchema schema, JsonElement item)
    {
        answer.WriteStartObject("LastEvaluatedKey");
        foreach (var attribute in schema.Attributes)
            answer.WriteItem(attribute.Name, item.GetProperty(attribute.Name));
        answer.WriteEndObject();
    }
}
