using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A member the SDK works out of the others, such as a grantee's type: checked when given, but not kept.</summary>
internal sealed class ComputedMember(string name, PropertyPath path, Shape shape) : Member(name)
{
    /// <summary>What the table calls it.</summary>
    public const string Form = "computed";

    public override string Expected => shape.Expected;

    public override void Read(JsonElement json, object owner, ReadContext context) => shape.Read(json, context);

    public override bool Has(object owner) => path.Get(owner) is not null;

    public override void Write(Utf8JsonWriter writer, object owner)
    {
        writer.WritePropertyName(Name);
        shape.Write(writer, path.Get(owner)!);
    }
}
