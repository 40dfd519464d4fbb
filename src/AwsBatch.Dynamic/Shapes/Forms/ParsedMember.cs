using System.Text.Json;
using System.Text.Json.Nodes;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>A string read into several properties of its owner.</summary>
internal sealed class ParsedMember(
    MemberName name,
    string expected,
    IReadOnlyCollection<string> properties,
    StructureShape structure,
    Func<string, JsonObject?> toSdk) : CompoundMember(name, properties)
{
    public override string Expected => expected;

    public override void Read(JsonElement json, object owner, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.String || toSdk(json.GetString()!) is not { } members)
            throw context.Wrong(expected, json, JsonValueKind.String);
        structure.Members.Fill(FormJson.ToElement(members), owner, context);
    }

    public override bool Has(object owner) => false;

    public override void Write(Utf8JsonWriter writer, object owner) => throw new NotSupportedException();
}
