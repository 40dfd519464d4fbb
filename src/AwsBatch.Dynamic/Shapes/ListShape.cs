using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>A list.</summary>
/// <typeparam name="T">The SDK's type of its elements.</typeparam>
internal sealed class ListShape<T>(Shape element) : Shape
{
    public override string Expected => "a list";

    public override object Read(JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw context.Wrong($"a list, each of it {element.Expected}", json);

        var list = new List<T>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            context.Enter(list.Count);
            list.Add((T)element.Read(item, context));
            context.Leave();
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartArray();
        foreach (var item in (List<T>)value)
        {
            if (item is null)
                writer.WriteNullValue();
            else
                element.Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
