using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A property only the SDK knows: taken where it is given, never shown.</summary>
internal sealed class UnwrittenMember(string name, Member direct) : Member(name)
{
    public override IReadOnlyCollection<string> Properties => direct.Properties;

    public override string Expected => direct.Expected;

    public override void Read(JsonElement json, object owner, ReadContext context) => direct.Read(json, owner, context);

    public override bool Has(object owner) => false;

    public override void Write(Utf8JsonWriter writer, object owner) => throw new NotSupportedException();
}
