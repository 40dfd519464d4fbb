using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A member of the API the SDK works out by itself: a digest, or a presigned address.</summary>
internal sealed class IgnoredMember(string name) : Member(name)
{
    public override string Expected => Scalars.Text.Expected;

    public override void Read(JsonElement json, object owner, ReadContext context) => Scalars.Text.Read(json, context);

    public override bool Has(object owner) => false;

    public override void Write(Utf8JsonWriter writer, object owner) => throw new NotSupportedException();
}
