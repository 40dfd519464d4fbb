using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>
/// A member that the SDK does not send, whatever its property holds: a request without it would be another. Measured on
/// AWSSDK.EC2 4.0.132: the security groups of spot requests are added after the body is made.
/// </summary>
/// <param name="name">The API's name.</param>
/// <param name="shown">Where a response has it; null if none does.</param>
internal sealed class RefusedMember(string name, Member? shown) : Member(name)
{
    /// <summary>What the table calls it.</summary>
    public const string Form = "refused";

    public override string Expected => "left out";

    public override void Read(JsonElement json, object owner, ReadContext context) =>
        throw context.Invalid("is not sent by the SDK; a network interface (NetworkInterfaces) has Groups, which are");

    public override bool Has(object owner) => shown?.Has(owner) == true;

    public override void Write(Utf8JsonWriter writer, object owner) => shown!.Write(writer, owner);
}
