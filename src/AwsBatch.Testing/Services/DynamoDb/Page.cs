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

        if (call.Parameters.Text("Select") != "COUNT")
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

    private static void WriteKey(Utf8JsonWriter answer, KeySchema schema, JsonElement item)
    {
        answer.WriteStartObject("LastEvaluatedKey");
        foreach (var attribute in schema.Attributes)
            answer.WriteItem(attribute.Name, item.GetProperty(attribute.Name));
        answer.WriteEndObject();
    }
}
