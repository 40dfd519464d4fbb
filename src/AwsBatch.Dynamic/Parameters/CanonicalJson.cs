using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AwsBatch.Dynamic.Parameters;

/// <summary>JSON in one form: members by their names' order, no space, numbers and texts each written in one way.</summary>
internal static class CanonicalJson
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    /// <summary>Parameters; an empty object where there are none.</summary>
    public static JsonElement OrEmpty(JsonElement parameters) =>
        parameters.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? EmptyObject : parameters;

    public static string Write(JsonElement json) => Write(writer => Write(writer, json));

    public static string Write(string service, string operation, JsonElement parameters) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("operation", operation);
        writer.WritePropertyName("params");
        Write(writer, parameters);
        writer.WriteString("service", service);
        writer.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                if (IsInOrder(json))
                {
                    foreach (var entry in json.EnumerateObject())
                        Write(writer, entry);
                }
                else
                {
                    foreach (var entry in json.EnumerateObject().OrderBy(static entry => entry.Name, StringComparer.Ordinal))
                        Write(writer, entry);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(json.GetString());
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(CanonicalNumber.Write(json.GetRawText()), skipInputValidation: true);
                break;
            default:
                writer.WriteRawValue(json.GetRawText(), skipInputValidation: true);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonProperty entry)
    {
        writer.WritePropertyName(entry.Name);
        Write(writer, entry.Value);
    }

    // Most objects are, and need no sorting.
    private static bool IsInOrder(JsonElement json)
    {
        var last = "";
        foreach (var entry in json.EnumerateObject())
        {
            if (string.CompareOrdinal(entry.Name, last) < 0)
                return false;
            last = entry.Name;
        }

        return true;
    }
}
