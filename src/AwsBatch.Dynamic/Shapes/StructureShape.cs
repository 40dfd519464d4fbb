using System.Text.Json;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes;

/// <summary>A structure: a class of a service's model.</summary>
internal sealed class StructureShape : Shape, IFilledShape
{
    private readonly Lazy<MemberSet> members;
    private readonly Lazy<Func<object>> make;

    /// <param name="type">The SDK's class.</param>
    /// <param name="readMembers">Finds its members when they are first needed: structures hold themselves.</param>
    public StructureShape(Type type, Func<Type, MemberSet> readMembers)
    {
        members = new Lazy<MemberSet>(() => readMembers(type));
        make = new Lazy<Func<object>>(() => Instances.Of(type));
    }

    public override string Expected => "an object";

    public MemberSet Members => members.Value;

    public override object Read(JsonElement json, ReadContext context)
    {
        var structure = make.Value();
        Fill(structure, json, context);
        return structure;
    }

    public void Fill(object value, JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw context.Wrong(Expected, json);
        Members.Read(json, value, context);
    }

    public override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        Members.Write(writer, value);
        writer.WriteEndObject();
    }
}
