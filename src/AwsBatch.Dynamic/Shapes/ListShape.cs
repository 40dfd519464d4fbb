using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>A list.</summary>
/// <param name="element">The shape of its elements.</param>
/// <param name="isNothingWhenEmpty">Whether its API has no empty lists.</param>
/// <typeparam name="T">The SDK's type of its elements.</typeparam>
internal sealed class ListShape<T>(Shape element, bool isNothingWhenEmpty) : Shape
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

    public override bool IsNothing(object value) => isNothingWhenEmpty && ((List<T>)value).Count == 0;

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
