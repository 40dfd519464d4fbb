using System.Globalization;
using System.Text.Json.Nodes;
using AwsBatch.Dynamic.Names;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>
/// The forms of members that the table of renamed members names: members of the API for which the SDK has several properties.
/// </summary>
internal static class MemberForms
{
    public static Member Make(MemberName name, string form, Type type, StructureShape owner) => form switch
    {
        "copysource" => CopySource(name, type, owner),
        "copyrange" => new ParsedMember(name, "a string such as \"bytes=0-9\"", ["FirstByte", "LastByte"], owner, CopyRange),
        "restore" => new RestoreMember(name.Name, type),
        _ => throw new InvalidOperationException($"Members.tsv names the form '{form}', which there is not."),
    };

    // As the AWS CLI: a structure, or a string.
    private static GroupMember CopySource(MemberName name, Type type, StructureShape owner)
    {
        const string expected = "a string such as \"bucket/key\" or \"bucket/key?versionId=id\", or an object with Bucket and Key";
        var members = new MemberSet([Part("Bucket", isRequired: true), Part("Key", isRequired: true), Part("VersionId", isRequired: false)], []);
        return new GroupMember(name, members, new ParsedMember(name, expected, members.Properties, owner, CopySource));

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
        var separator = path.StartsWith("arn:", StringComparison.Ordinal) ? "/object/" : "/";
        var bucketLength = path.IndexOf(separator, StringComparison.Ordinal);
        if (bucketLength <= 0)
            return null;

        var source = new JsonObject { ["SourceBucket"] = path[..bucketLength], ["SourceKey"] = path[(bucketLength + separator.Length)..] };
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
}
