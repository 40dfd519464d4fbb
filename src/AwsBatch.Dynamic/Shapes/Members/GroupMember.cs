using System.Text.Json;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A structure of the API whose members the SDK keeps in the type around it.</summary>
/// <param name="name">The API's name.</param>
/// <param name="members">The structure's members, kept by the owner.</param>
/// <param name="direct">The SDK's property of that name, which takes its own value; null if there is none.</param>
internal sealed class GroupMember(MemberName name, MemberSet members, Member? direct) : CompoundMember(name, members.Properties)
{
    public override string Expected => direct?.Expected ?? "an object";

    public override void Read(JsonElement json, object owner, ReadContext context)
    {
        if (json.ValueKind == JsonValueKind.Object)
            members.Read(json, owner, context);
        else if (direct is not null)
            direct.Read(json, owner, context);
        else
            throw context.Wrong(Expected, json);
    }

    /// <summary>Called where the SDK's own members stand in its place: what it requires, they have to hold.</summary>
    /// <param name="owner">What the members are of.</param>
    /// <param name="properties">The SDK's properties that are given.</param>
    /// <param name="context">Where it is.</param>
    public void MissPartsBeside(object owner, IReadOnlyCollection<string> properties, ReadContext context)
    {
        context.Enter(Name);
        members.MissBeside(owner, properties, context);
        context.Leave();
    }

    public override bool Has(object owner) => members.Has(owner);

    public override void Write(Utf8JsonWriter writer, object owner)
    {
        writer.WriteStartObject(Name);
        members.Write(writer, owner);
        writer.WriteEndObject();
    }
}
