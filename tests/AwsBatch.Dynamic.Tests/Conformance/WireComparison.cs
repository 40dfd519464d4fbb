using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>Compares what two sides send by what it means: not by the order of members, spelling of numbers or space.</summary>
internal static class WireComparison
{
    /// <summary>The token botocore is made to use where a request has none of its own.</summary>
    private const string Token = "00000000-0000-4000-8000-000000000000";

    // What each side works out for itself, whatever the request's members.
    private static readonly string[] OwnHeaders =
        ["x-amz-date", "x-amz-content-sha256", "x-amz-trailer", "x-amz-decoded-content-length", "x-amz-sdk-checksum-algorithm", "x-amz-user-agent", "x-amzn-query-mode", "x-amz-api-version"];

    private static readonly string[] MemberHeaders =
        ["cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "range"];

    /// <summary>The differences; empty if the messages mean the same.</summary>
    public static IEnumerable<string> Differences(WireMessage ours, WireMessage theirs)
    {
        if (ours.Method != theirs.Method)
            yield return $"method {ours.Method} != {theirs.Method}";
        if (Uri.UnescapeDataString(ours.Path).TrimEnd('/') != Uri.UnescapeDataString(theirs.Path).TrimEnd('/'))
            yield return $"path {ours.Path} != {theirs.Path}";
        foreach (var difference in Maps("query", Query(ours.Query), Query(theirs.Query)))
            yield return difference;
        foreach (var difference in Maps("header", Headers(ours, theirs), Headers(theirs, ours)))
            yield return difference;
        foreach (var difference in Bodies(ours, theirs))
            yield return difference;
    }

    private static IEnumerable<string> Bodies(WireMessage ours, WireMessage theirs)
    {
        var mine = Encoding.UTF8.GetString(ours.Body);
        var other = Encoding.UTF8.GetString(theirs.Body);
        if (other.StartsWith("Action=", StringComparison.Ordinal))
            return Maps("body", Form(mine), Form(other));
        if (other.StartsWith('{') && mine.StartsWith('{'))
            return Maps("body", Flatten(mine), Flatten(other));
        if (other.StartsWith('<') && mine.StartsWith('<'))
            return Maps("body", FlattenXml(mine), FlattenXml(other));
        return mine == other || (mine.Length == 0 && other is "{}") || (other.Length == 0 && mine is "{}")
            ? []
            : [$"body '{mine}' != '{other}'"];
    }

    private static IEnumerable<string> Maps(string what, Dictionary<string, string> ours, Dictionary<string, string> theirs)
    {
        foreach (var (name, value) in theirs)
        {
            if (!ours.TryGetValue(name, out var mine))
                yield return $"{what} {name}={value} is missing";
            else if (!Same(mine, value))
                yield return $"{what} {name}: {mine} != {value}";
        }

        foreach (var (name, value) in ours)
        {
            if (!theirs.ContainsKey(name))
                yield return $"{what} {name}={value} is too much";
        }
    }

    private static bool Same(string ours, string theirs) =>
        string.Equals(ours, theirs, IsFlag(theirs) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
        || theirs == Token
        || (decimal.TryParse(ours, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(theirs, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
            && left == right)
        || (TryTime(ours, out var mine) && TryTime(theirs, out var other) && mine == other);

    private static bool IsFlag(string text) => text is "true" or "false";

    private static bool TryTime(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length >= 10 && !decimal.TryParse(text, out _)
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 1e8 && seconds < 1e11
                && (time = DateTimeOffset.UnixEpoch.AddSeconds(seconds)) != default;
    }

    private static Dictionary<string, string> Headers(WireMessage message, WireMessage other)
    {
        var compared = message.Headers
            .Where(header => (header.Key.StartsWith("x-amz", StringComparison.Ordinal) && !OwnHeaders.Contains(header.Key)) || MemberHeaders.Contains(header.Key))
            .Where(header => !header.Key.StartsWith("x-amz-checksum-", StringComparison.Ordinal) || other.Headers.GetValueOrDefault(header.Key, "").EndsWith("-x", StringComparison.Ordinal))
            .ToDictionary(static header => header.Key, static header => Uri.UnescapeDataString(header.Value.Replace("aws-chunked", "", StringComparison.Ordinal).Trim(',', ' ')));
        if (compared.TryGetValue("x-amz-copy-source", out var source))
            compared["x-amz-copy-source"] = source.TrimStart('/');
        foreach (var grant in compared.Keys.Where(static name => name.StartsWith("x-amz-grant-", StringComparison.Ordinal)).ToList())
            compared[grant] = compared[grant].Replace("emailAddress=", "emailaddress=", StringComparison.Ordinal);
        if (compared.TryGetValue("content-encoding", out var encoding) && encoding.Length == 0)
            compared.Remove("content-encoding");

        // Said by the protocol, not by a member, where only one side says it or they differ in the charset.
        if (!other.Headers.ContainsKey("content-type") || message.Body.Length == 0 || !IsBlob(message))
            compared.Remove("content-type");
        return compared;
    }

    private static bool IsBlob(WireMessage message) => message.Headers.TryGetValue("content-type", out var type)
        && !type.Contains("json", StringComparison.Ordinal) && !type.Contains("xml", StringComparison.Ordinal) && !type.Contains("form", StringComparison.Ordinal);

    private static Dictionary<string, string> Query(string query)
    {
        var parts = Form(query);
        parts.Remove("x-id");
        if (parts.GetValueOrDefault("encoding-type") == "url")
            parts.Remove("encoding-type");
        return parts;
    }

    private static Dictionary<string, string> Form(string text) => text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static part => part.Split('=', 2))
        .Select(static pair => (Name: Decode(pair[0]), Value: Decode(pair.ElementAtOrDefault(1) ?? "")))
        .GroupBy(static pair => pair.Name)
        .ToDictionary(static group => group.Key, static group => string.Join("&", group.Select(pair => pair.Value)));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static Dictionary<string, string> Flatten(string json)
    {
        var leaves = new Dictionary<string, string>();
        Walk("", JsonDocument.Parse(json).RootElement);
        return leaves;

        void Walk(string path, JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var entry in element.EnumerateObject())
                        Walk($"{path}.{entry.Name}", entry.Value);
                    break;
                case JsonValueKind.Array:
                    leaves[path] = $"list of {element.GetArrayLength()}";
                    foreach (var (index, item) in element.EnumerateArray().Index())
                        Walk($"{path}[{index}]", item);
                    break;
                default:
                    leaves[path] = element.ToString();
                    break;
            }
        }
    }

    private static Dictionary<string, string> FlattenXml(string xml)
    {
        var leaves = new Dictionary<string, string>();
        Walk("", XDocument.Parse(xml).Root!);
        return leaves;

        void Walk(string path, XElement element)
        {
            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
                leaves[$"{path}@{attribute.Name.LocalName}"] = attribute.Value;
            if (!element.HasElements)
                leaves[path] = element.Value;
            foreach (var group in element.Elements().GroupBy(child => child.Name.LocalName))
            {
                foreach (var (index, child) in group.Index())
                    Walk($"{path}/{group.Key}[{index}]", child);
            }
        }
    }
}
