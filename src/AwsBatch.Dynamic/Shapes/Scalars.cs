using System.Collections.Frozen;
using System.Text.Json;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>
/// The scalar types of SDK requests. As in the AWS CLI a number or flag in quotes is a string, and refused; so is a string
/// without them.
/// </summary>
internal static class Scalars
{
    public static ScalarShape<string> Text { get; } = new("a string", [JsonValueKind.String], TryReadText, static (writer, value) => writer.WriteStringValue(value));

    private static readonly JsonValueKind[] Number = [JsonValueKind.Number];

    private static readonly FrozenDictionary<Type, Shape> ByType = new Dictionary<Type, Shape>
    {
        [typeof(string)] = Text,
        [typeof(bool)] = new ScalarShape<bool>("true or false", [JsonValueKind.True, JsonValueKind.False], TryReadBoolean, static (writer, value) => writer.WriteBooleanValue(value)),
        [typeof(int)] = new ScalarShape<int>("a whole number of 32 bits", Number, TryReadInt32, static (writer, value) => writer.WriteNumberValue(value)),
        [typeof(long)] = new ScalarShape<long>("a whole number of 64 bits", Number, TryReadInt64, static (writer, value) => writer.WriteNumberValue(value)),
        [typeof(float)] = new ScalarShape<float>("a number of 32 bits", Number, TryReadSingle, static (writer, value) => writer.WriteNumberValue(value)),
        [typeof(double)] = new ScalarShape<double>("a number of 64 bits", Number, TryReadDouble, static (writer, value) => writer.WriteNumberValue(value)),
        [typeof(decimal)] = new ScalarShape<decimal>("a number of up to 28 digits", Number, TryReadDecimal, static (writer, value) => writer.WriteNumberValue(value)),
        [typeof(DateTime)] = new ScalarShape<DateTime>(Timestamps.Expected, Timestamps.Types, Timestamps.TryRead, Timestamps.Write),
    }.ToFrozenDictionary();

    public static Shape? Find(Type type) => ByType.GetValueOrDefault(type);

    private static bool TryReadText(JsonElement json, out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        return json.ValueKind == JsonValueKind.String;
    }

    private static bool TryReadBoolean(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }

    private static bool TryReadInt32(JsonElement json, out int value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value);
    }

    private static bool TryReadInt64(JsonElement json, out long value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out value);
    }

    private static bool TryReadSingle(JsonElement json, out float value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetSingle(out value) && float.IsFinite(value);
    }

    private static bool TryReadDouble(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value);
    }

    private static bool TryReadDecimal(JsonElement json, out decimal value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out value);
    }
}
