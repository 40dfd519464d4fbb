using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>Bytes the SDK keeps in memory.</summary>
internal sealed class BlobShape : Shape
{
    public override string Expected => Blob.Expected;

    public override object Read(JsonElement json, ReadContext context) => new MemoryStream(Blob.Read(json, context));

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteBase64StringValue(((MemoryStream)value).ToArray());
}
