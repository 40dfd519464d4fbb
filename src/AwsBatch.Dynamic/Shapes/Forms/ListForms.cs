using System.Text.Json;
using System.Text.Json.Nodes;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>Lists whose elements are wrapped on one side only.</summary>
internal static class ListForms
{
    /// <summary>
    /// A list of structures with one member on one side and of that member's values on the other. Both are taken; the API
    /// shows structures where the SDK has strings.
    /// </summary>
    public static Shape Each(Shape inner, string member) => inner is ListShape<string>
        ? new FormShape("a list", inner, (json, context) => Unwrap(json, member, context), (writer, value) => WriteWrapped(writer, value, member))
        : new FormShape("a list of strings", inner, (json, context) => Wrap(json, member, context));

    /// <summary>A list the API has only one element of.</summary>
    public static Shape One(Shape inner) => new FormShape("a string", inner, static (json, context) => new JsonArray((string)Scalars.Text.Read(json, context)));

    /// <summary>A map the API writes as a list of names and values.</summary>
    public static Shape Entries(Shape inner) => new FormShape("a list of objects with Name and Value", inner, static (json, context) =>
    {
        var map = new JsonObject();
        foreach (var entry in Items(json, context))
        {
            if (entry.ValueKind != JsonValueKind.Object
                || !entry.TryGetProperty("Name", out var name) || name.ValueKind != JsonValueKind.String
                || !entry.TryGetProperty("Value", out var value) || value.ValueKind != JsonValueKind.String)
            {
                throw context.Wrong("a list of objects with Name and Value", json, JsonValueKind.Array);
            }

            map[name.GetString()!] = value.GetString();
        }

        return map;
    });

    private static JsonArray Wrap(JsonElement json, string member, ReadContext context) => new(
        [.. Items(json, context).Select(item => item.ValueKind == JsonValueKind.Object ? FormJson.ToNode(item) : new JsonObject { [member] = FormJson.ToNode(item) })]);

    private static JsonArray Unwrap(JsonElement json, string member, ReadContext context) => new(
        [.. Items(json, context).Select(item => FormJson.ToNode(item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out var value) ? value : item))]);

    private static void WriteWrapped(Utf8JsonWriter writer, object value, string member)
    {
        writer.WriteStartArray();
        foreach (var item in (List<string>)value)
        {
            writer.WriteStartObject();
            writer.WriteString(member, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json, ReadContext context) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw context.Wrong("a list", json);
}
