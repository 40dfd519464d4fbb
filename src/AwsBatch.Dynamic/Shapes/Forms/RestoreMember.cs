using System.Text.Json;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>Whether an archived object is being restored, and until when it is.</summary>
internal sealed class RestoreMember(string name, Type type) : Member(name)
{
    private readonly PropertyPath inProgress = PropertyPath.Find(type, "RestoreInProgress")!;
    private readonly PropertyPath expiration = PropertyPath.Find(type, "RestoreExpiration")!;

    public override string Expected => "a string";

    public override void Read(JsonElement json, object owner, ReadContext context) => throw context.Invalid("is a response's");

    public override bool Has(object owner) => inProgress.Get(owner) is not null;

    public override void Write(Utf8JsonWriter writer, object owner)
    {
        var ongoing = inProgress.Get(owner) is true ? "true" : "false";
        var expiry = expiration.Get(owner) is { } time ? $", expiry-date=\"{S3Forms.HttpDate(time)}\"" : "";
        writer.WriteString(Name, $"ongoing-request=\"{ongoing}\"{expiry}");
    }
}
