using System.Reflection;
using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>A class the SDK makes of a string the API takes as it is, such as S3's <c>ByteRange</c>.</summary>
internal sealed class StringMadeShape(ConstructorInfo constructor) : Shape
{
    public override string Expected => "a string";

    public static StringMadeShape? Find(Type type) =>
        type.GetConstructor(Type.EmptyTypes) is null && type.GetConstructor([typeof(string)]) is { } constructor
            ? new StringMadeShape(constructor)
            : null;

    public override object Read(JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.String)
            throw context.Wrong(Expected, json);
        // S3's ByteRange would make the first byte of it.
        if (json.ValueEquals(""))
            throw context.Invalid("must not be empty; leave it out for all of it");
        try
        {
            return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [json.GetString()], null);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw context.Invalid($"is not what {constructor.DeclaringType!.Name} may be: {exception.Message.TrimEnd('.')}");
        }
    }

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(value.ToString());
}
