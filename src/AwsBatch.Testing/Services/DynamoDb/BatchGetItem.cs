using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

internal static class BatchGetItem
{
    private const int MaxKeys = 100;
    private const string AtLeastOne = "Member must have length greater than or equal to 1";

    public static void Answer(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        var tables = new List<(string Name, List<JsonElement> Items)>();
        var keys = 0;
        var requests = call.Parameters.NamedStructures("RequestItems");
        if (requests.Count == 0)
            throw JsonErrors.Validation.Invalid("RequestItems", "{}", AtLeastOne);
        foreach (var (name, request) in requests)
        {
            var asked = request.List("Keys");
            if (asked.Count == 0)
                throw JsonErrors.Validation.Invalid($"RequestItems.{name}.member.keys", "[]", AtLeastOne);
            request.Refuse("ProjectionExpression", "AttributesToGet");
            var table = call.State.Find(name);
            var seen = new HashSet<ItemKey>();
            var found = new List<JsonElement>();
            foreach (var key in asked)
            {
                if (++keys > MaxKeys)
                    throw JsonErrors.ValidationException("Too many items requested for the BatchGetItem call");
                if (!seen.Add(table.Schema.Exactly(key)))
                    throw JsonErrors.ValidationException("Provided list of item keys contains duplicates");
                if (table.Get(key) is { } item)
                    found.Add(item);
            }
            tables.Add((name, found));
        }

        answer.WriteStartObject("Responses");
        foreach (var (name, items) in tables)
        {
            answer.WriteStartArray(name);
            foreach (var item in items)
                item.WriteTo(answer);
            answer.WriteEndArray();
        }
        answer.WriteEndObject();
        answer.WriteStartObject("UnprocessedKeys");
        answer.WriteEndObject();
    }
}
