using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AwsBatch.Dynamic.Parameters;

/// <summary>JSON in one form: members by their names' order, no space, numbers as written.</summary>
internal static class CanonicalJson
{
    public static JsonElement EmptyObject { get; } = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    public static string Write(string service, string operation, JsonElement parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("operation", operation);
            writer.WritePropertyName("params");
            Write(writer, parameters.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? EmptyObject : parameters);
            writer.WriteString("service", service);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var entry in json.EnumerateObject().OrderBy(static entry => entry.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(entry.Name);
                    Write(writer, entry.Value);
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
            default:
                writer.WriteRawValue(json.GetRawText(), skipInputValidation: true);
                break;
        }
    }
}
