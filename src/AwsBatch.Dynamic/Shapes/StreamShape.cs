using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>Bytes the SDK streams: a request's body. What a response streams goes to a file, never into JSON.</summary>
internal sealed class StreamShape : Shape
{
    public override string Expected => Blob.Expected;

    public override object Read(JsonElement json, ReadContext context) =>
        Blob.FindFile(json, context) is { } path ? Body.OfFile(path) : Body.Of(Blob.Read(json, context));

    public override bool Shows(object value) => false;

    public override void Write(Utf8JsonWriter writer, object value) => throw new NotSupportedException();
}
