using System.Text.Json;
using Amazon.Runtime;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>
/// An enumeration of an API. As in the AWS CLI any string will do: a service may know more of them than its SDK,
/// which sends those it knows in its own spelling, whatever the case.
/// </summary>
/// <typeparam name="T">The SDK's class of constants.</typeparam>
internal sealed class ConstantShape<T> : Shape
    where T : ConstantClass
{
    private readonly Func<string, T> find = typeof(T)
        .GetMethod("FindValue", [typeof(string)])!
        .CreateDelegate<Func<string, T>>();

    public override string Expected => "a string";

    public override object Read(JsonElement json, ReadContext context) =>
        json.ValueKind == JsonValueKind.String ? find(json.GetString()!) : throw context.Wrong(Expected, json);

    // S3's SDK has constants for what an answer does not say.
    public override bool Shows(object value) => ((T)value).Value is { Length: > 0 };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(((T)value).Value);
}
