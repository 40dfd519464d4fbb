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
        "copysource" => CopySource(name, type, owner),
        "copyrange" => new SelfMember(name, "a string such as \"bytes=0-9\"", ["FirstByte", "LastByte"], owner, CopyRange),
        "restore" => new RestoreMember(name.Name, type),
        _ => throw new InvalidOperationException($"Members.tsv names the form '{form}', which there is not."),
    };

    // As the AWS CLI: a structure, or a string.
    private static GroupMember CopySource(MemberName name, Type type, StructureShape owner)
    {
        const string expected = "a string such as \"bucket/key\" or \"bucket/key?versionId=id\", or an object with Bucket and Key";
        var members = new MemberSet([Part("Bucket", isRequired: true), Part("Key", isRequired: true), Part("VersionId", isRequired: false)], []);
        return new GroupMember(name, members, new SelfMember(name, expected, members.Properties, owner, CopySource));

        PropertyMember Part(string part, bool isRequired) => new(part, PropertyPath.Find(type, "Source" + part)!, Scalars.Text, isRequired);
    }

    // The key is not percent-encoded.
    private static JsonObject? CopySource(string given)
    {
        const string versionMark = "?versionId=";
        var text = given.TrimStart('/');
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

    private static JsonObject? CopyRange(string text)
    {
        const string unit = "bytes=";
        if (!text.StartsWith(unit, StringComparison.Ordinal))
            return null;
        return text[unit.Length..].Split('-') is [var first, var last]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var firstByte)
            && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var lastByte)
                ? new JsonObject { ["FirstByte"] = firstByte, ["LastByte"] = lastByte }
                : null;
    }

    /// <summary>A string read into several properties of its owner.</summary>
    private sealed class SelfMember(
        MemberName name,
        string expected,
        IReadOnlyCollection<string> properties,
        StructureShape owner,
        Func<string, JsonObject?> toSdk) : CompoundMember(name, properties)
    {
        public override string Expected => expected;

        public override void Read(JsonElement json, object owner1, ReadContext context)
        {
            if (json.ValueKind != JsonValueKind.String || toSdk(json.GetString()!) is not { } members)
                throw context.Wrong(expected, json, JsonValueKind.String);
            owner.Members.Fill(FormJson.ToElement(members), owner1, context);
        }

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
