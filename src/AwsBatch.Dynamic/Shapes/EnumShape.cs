using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>An enumeration of the API that the SDK made an enum of, as S3's <c>MetadataDirective</c>.</summary>
/// <typeparam name="T">The SDK's enum.</typeparam>
internal sealed class EnumShape<T> : Shape
    where T : struct, Enum
{
    public override string Expected { get; } = string.Join(" or ", Enum.GetNames<T>().Select(static name => $"\"{name}\""));

    public override object Read(JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.String)
            throw context.Wrong(Expected, json);
        var text = json.GetString()!;
        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw context.Invalid($"must be {Expected}");
    }

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(value.ToString());
}
