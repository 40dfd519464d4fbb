using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A member that the SDK has one property for in requests, and another in answers.</summary>
/// <param name="given">As requests have it.</param>
/// <param name="shown">As answers have it.</param>
internal sealed class SplitMember(Member given, Member shown) : Member(given.Name)
{
    /// <summary>What the table calls it, before the property of requests.</summary>
    public const string Form = "read:";

    public override string Expected => given.Expected;

    public override void Read(JsonElement json, object owner, ReadContext context) => given.Read(json, owner, context);

    public override bool Has(object owner) => shown.Has(owner);

    public override void Write(Utf8JsonWriter writer, object owner) => shown.Write(writer, owner);
}
