using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A member for which the AWS CLI has a value where the request has none.</summary>
/// <param name="member">The member.</param>
/// <param name="value">That value.</param>
internal sealed class DefaultedMember(Member member, JsonElement value) : Member(member.Name)
{
    /// <summary>What the table calls it, before the value in JSON.</summary>
    public const string Form = "default:";

    public override bool IsRequired => true;

    public override IReadOnlyCollection<string> Properties => member.Properties;

    public override string Expected => member.Expected;

    public override void Read(JsonElement json, object owner, ReadContext context) => member.Read(json, owner, context);

    public override void Miss(object owner, ReadContext context) => member.Read(value, owner, context);

    public override bool Has(object owner) => member.Has(owner);

    public override void Write(Utf8JsonWriter writer, object owner) => member.Write(writer, owner);
}
