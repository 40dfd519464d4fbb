using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>A map from strings.</summary>
/// <typeparam name="T">The SDK's type of its values.</typeparam>
internal sealed class MapShape<T>(Shape element) : Shape
{
    public override string Expected => "an object";

    public override object Read(JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw context.Wrong($"an object, each value of it {element.Expected}", json);

        var map = new Dictionary<string, T>();
        foreach (var entry in json.EnumerateObject())
        {
            context.Enter(entry.Name);
            if (!map.TryAdd(entry.Name, (T)element.Read(entry.Value, context)))
                throw context.Invalid("is given twice");
            context.Leave();
        }

        return map;
    }

    public override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in (Dictionary<string, T>)value)
        {
            writer.WritePropertyName(name);
            if (item is null)
                writer.WriteNullValue();
            else
                element.Write(writer, item);
        }

        writer.WriteEndObject();
    }
}
