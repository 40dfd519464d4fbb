using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>What S3's API writes as the text of a header, and its SDK as a structure.</summary>
internal static class S3Forms
{
    private const string GrantsExpected = "a string such as \"id=canonicalUser\" or \"uri=groupUri, emailAddress=address\"";

    /// <summary>The header of one permission: who has it.</summary>
    public static Shape Grants(Shape inner, string permission) => new FormShape(GrantsExpected, inner, (json, context) =>
    {
        var grants = new JsonArray();
        foreach (var part in ((string)Scalars.Text.Read(json, context)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            var member = pair[0].ToUpperInvariant() switch
            {
                "ID" => "CanonicalUser",
                "URI" => "URI",
                "EMAILADDRESS" => "EmailAddress",
                _ => null,
            };
            if (member is null || pair.Length < 2)
                throw context.Invalid($"must be {GrantsExpected}");
            grants.Add(new JsonObject { ["Grantee"] = new JsonObject { [member] = pair[1].Trim('"') }, ["Permission"] = permission });
        }

        return grants;
    });

    /// <summary>A device's serial number and its code, with a space between.</summary>
    public static Shape Mfa(Shape inner)
    {
        const string expected = "a string with a device's serial number and its code: \"arn:aws:iam::123456789012:mfa/user 123456\"";
        return new FormShape(expected, inner, static (json, context) =>
            ((string)Scalars.Text.Read(json, context)).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var serial, var code]
                ? new JsonObject { ["SerialNumber"] = serial, ["AuthenticationValue"] = code }
                : throw context.Invalid($"must be {expected}"));
    }

    /// <summary>Tags as the query of an address.</summary>
    public static Shape Tagging(Shape inner) => new FormShape("a string such as \"key1=value1&key2=value2\"", inner, static (json, context) =>
    {
        var tags = new JsonArray();
        foreach (var part in ((string)Scalars.Text.Read(json, context)).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            tags.Add(new JsonObject { ["Key"] = Decode(pair[0]), ["Value"] = Decode(pair.ElementAtOrDefault(1) ?? "") });
        }

        return tags;
    });

    /// <summary>A flag that the API writes as <c>Enabled</c> or <c>Disabled</c>.</summary>
    public static Shape Enabled(Shape inner) => new FormShape(
        "\"Enabled\" or \"Disabled\"",
        inner,
        static (json, context) => Scalars.Text.Read(json, context) switch
        {
            "Enabled" => true,
            "Disabled" => false,
            _ => throw context.Invalid("must be \"Enabled\" or \"Disabled\""),
        },
        static (writer, value) => writer.WriteStringValue((bool)value ? "Enabled" : "Disabled"));

    /// <summary>A flag that the SDK keeps as text.</summary>
    public static Shape Flag(Shape inner) => new FormShape("true or false", inner, write: static (writer, value) =>
        writer.WriteBooleanValue(string.Equals((string)value, "true", StringComparison.OrdinalIgnoreCase)));

    /// <summary>When an object expires and by which rule.</summary>
    public static Shape Expiration(Shape inner) => new FormShape("a string", inner, write: static (writer, value) =>
        writer.WriteStringValue(
            $"expiry-date=\"{HttpDate(Property(value, "ExpiryDate"))}\", rule-id=\"{Uri.EscapeDataString((string?)Property(value, "RuleId") ?? "")}\""));

    /// <summary>A time as HTTP headers write it.</summary>
    public static string HttpDate(object? time) => ((DateTime)time!).ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);

    private static object? Property(object owner, string name) => PropertyPath.Find(owner.GetType(), name)!.Get(owner);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
