using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>Members of the API that the SDK has several properties for.</summary>
internal static class SelfForms
{
    public static Member Make(MemberName name, string form, Type type, StructureShape owner) => form switch
    {
        "copysource" => new SelfMember(
            name, "a string such as \"bucket/key\" or \"bucket/key?versionId=id\"", ["SourceBucket", "SourceKey", "SourceVersionId"], owner, CopySource),
        "copyrange" => new SelfMember(name, "a string such as \"bytes=0-9\"", ["FirstByte", "LastByte"], owner, CopyRange),
        "restore" => new RestoreMember(name.Name, type),
        _ => throw new InvalidOperationException($"Members.tsv names the form '{form}', which there is not."),
    };

    // As the AWS CLI: a string, or a structure; the key is not percent-encoded.
    private static JsonObject? CopySource(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
            return Renamed(json);
        if (json.ValueKind != JsonValueKind.String)
            return null;

        const string versionMark = "?versionId=";
        var text = json.GetString()!.TrimStart('/');
        var mark = text.IndexOf(versionMark, StringComparison.Ordinal);
        var path = mark < 0 ? text : text[..mark];
        // An access point's ARN is its bucket's name, with slashes of its own.
        const string objectMark = "/object/";
        var split = path.StartsWith("arn:", StringComparison.Ordinal) ? path.IndexOf(objectMark, StringComparison.Ordinal) : path.IndexOf('/');
        if (split <= 0)
            return null;

        var keyStart = split + (path[split..].StartsWith(objectMark, StringComparison.Ordinal) && path.StartsWith("arn:", StringComparison.Ordinal) ? objectMark.Length : 1);
        var source = new JsonObject { ["SourceBucket"] = path[..split], ["SourceKey"] = path[keyStart..] };
        if (mark >= 0)
            source["SourceVersionId"] = text[(mark + versionMark.Length)..];
        return source;
    }

    private static JsonObject Renamed(JsonElement json)
    {
        var source = new JsonObject();
        foreach (var entry in json.EnumerateObject())
            source["Source" + entry.Name] = FormJson.ToNode(entry.Value);
        return source;
    }

    private static JsonObject? CopyRange(JsonElement json)
    {
        const string unit = "bytes=";
        if (json.ValueKind != JsonValueKind.String || json.GetString() is not { } text || !text.StartsWith(unit, StringComparison.Ordinal))
            return null;
        return text[unit.Length..].Split('-') is [var first, var last]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var firstByte)
            && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var lastByte)
                ? new JsonObject { ["FirstByte"] = firstByte, ["LastByte"] = lastByte }
                : null;
    }

    /// <summary>A member read into several properties of its owner.</summary>
    private sealed class SelfMember(
        MemberName name,
        string expected,
        IReadOnlyCollection<string> properties,
        StructureShape owner,
        Func<JsonElement, JsonObject?> toSdk) : CompoundMember(name, properties)
    {
        public override string Expected => expected;

        public override void Read(JsonElement json, object owner1, ReadContext context) =>
            owner.Members.Fill(FormJson.ToElement(toSdk(json) ?? throw context.Wrong(expected, json)), owner1, context);

        public override bool Has(object owner) => false;

        public override void Write(Utf8JsonWriter writer, object owner) => throw new NotSupportedException();
    }

    /// <summary>Whether an archived object is being restored, and until when it is.</summary>
    private sealed class RestoreMember(string name, Type type) : Member(name)
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
}
