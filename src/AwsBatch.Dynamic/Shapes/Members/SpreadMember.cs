using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A structure of the SDK whose members the API has in the structure around it.</summary>
internal sealed class SpreadMember(PropertyPath path, StructureShape shape) : Member("*")
{
    public override string Expected => shape.Expected;

    public override void Read(JsonElement json, object owner, ReadContext context) => path.Set(owner, shape.Read(json, context), context);

    public override bool Has(object owner) => path.Get(owner) is not null;

    public override void Write(Utf8JsonWriter writer, object owner) => shape.Members.Write(writer, path.Get(owner)!);
}
