using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>Values that are text in the API or in the SDK and something else on the other side.</summary>
internal static class TextForms
{
    private const int KeyBytes = 32;

    /// <summary>Bytes of the API that the SDK takes as their base64.</summary>
    public static Shape Base64(Shape inner) => new FormShape(
        Blob.Expected, inner, static (json, context) => Convert.ToBase64String(Blob.Read(json, context)));

    /// <summary>Text that the AWS CLI encodes in base64 before it sends it.</summary>
    public static Shape Encoded(Shape inner) => new FormShape(
        "a string, or \"@file:path\"", inner, static (json, context) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Blob.ReadText(json, context))));

    /// <summary>Text that comes in base64, which the AWS CLI takes off.</summary>
    public static Shape Decoded(Shape inner) => new FormShape(inner.Expected, inner, write: static (writer, value) =>
    {
        var bytes = new byte[((string)value).Length];
        writer.WriteStringValue(Convert.TryFromBase64String((string)value, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : (string)value);
    });

    /// <summary>A constant that the SDK spells otherwise than the API.</summary>
    /// <param name="inner">The shape of the constant.</param>
    /// <param name="spellings">The SDK's and the API's: <c>Windows=windows</c>.</param>
    public static Shape Spelt(Shape inner, string spellings)
    {
        var ofApi = Pairs(spellings);
        return new FormShape(inner.Expected, inner, write: (writer, value) =>
        {
            var text = ((ConstantClass)value).Value;
            writer.WriteStringValue(ofApi.GetValueOrDefault(text, text));
        });
    }

    /// <summary>A time that the SDK leaves as the text it came in.</summary>
    public static Shape Time(Shape inner) => new FormShape(inner.Expected, inner, write: static (writer, value) =>
    {
        if (Timestamps.TryParse((string)value, out var time))
            Timestamps.Write(writer, time);
        else
            writer.WriteStringValue((string)value);
    });

    /// <summary>A constant that the AWS CLI shows as null where it is empty.</summary>
    public static Shape NullIfEmpty(Shape inner) => new FormShape(inner.Expected, inner, write: static (writer, value) =>
        writer.WriteStringValue(((ConstantClass)value).Value is { Length: > 0 } text ? text : null));

    /// <summary>The path of a file that the SDK reads by itself.</summary>
    public static Shape FilePath(Shape inner) => new FormShape(
        "the path of a file", inner, static (json, context) => Blob.AllowFile((string)Scalars.Text.Read(json, context), context));

    /// <summary>A time that the SDK takes as an HTTP header writes it.</summary>
    public static Shape HttpDate(Shape inner) => new FormShape(Timestamps.Expected, inner, static (json, context) =>
        Timestamps.TryRead(json, out var time)
            ? time.ToString("R", CultureInfo.InvariantCulture)
            : throw context.Wrong(Timestamps.Expected, json, Timestamps.Types));

    /// <summary>
    /// A key of 256 bits: as the AWS CLI takes it, which encodes it, or already in base64 as the SDK does. One is 32
    /// characters long and the other 44.
    /// </summary>
    public static Shape EncryptionKey(Shape inner) => new FormShape("a key of 32 bytes, plain or in base64", inner, static (json, context) =>
    {
        if (Blob.FindFile(json, context) is not null)
            return Convert.ToBase64String(Blob.Read(json, context));
        var text = (string)Scalars.Text.Read(json, context);
        return Encoding.UTF8.GetByteCount(text) == KeyBytes ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text;
    });

    /// <summary>Text for some of whose values the AWS CLI has names of its own.</summary>
    /// <param name="inner">The shape of the text.</param>
    /// <param name="names">Names and values: <c>tcp=6,udp=17</c>.</param>
    public static Shape Named(Shape inner, string names)
    {
        var values = Pairs(names);
        return new FormShape(inner.Expected, inner, (json, context) =>
        {
            var text = (string)Scalars.Text.Read(json, context);
            return values.GetValueOrDefault(text, text);
        });
    }

    /// <summary>A number that the SDK takes as text.</summary>
    public static Shape Number(Shape inner) => new FormShape("a whole number of 64 bits", inner, static (json, context) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw context.Wrong("a whole number of 64 bits", json, JsonValueKind.Number));

    /// <summary>A body that is itself JSON: in base64 as any, or as it is.</summary>
    public static Shape Payload(Shape inner) => new FormShape("JSON, or its bytes in base64, or \"@file:path\"", inner, static (json, context) =>
    {
        var bytes = json.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Encoding.UTF8.GetBytes(json.GetRawText())
            : json.ValueKind == JsonValueKind.String && json.GetString()!.TrimStart() is ['{' or '[' or '"', ..] ? Encoding.UTF8.GetBytes(json.GetString()!)
            : Blob.Read(json, context);
        return JsonValue.Create(Convert.ToBase64String(bytes));
    });

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split(',').Select(static pair => pair.Split('=')).ToFrozenDictionary(static pair => pair[0], static pair => pair[1]);
}
