using System.Text;
using AwsBatch.Testing.Protocols;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Signing;

/// <summary>The form of a request that both sides sign.</summary>
internal static class CanonicalRequest
{
    /// <param name="request">What is signed.</param>
    /// <param name="signedHeaders">Lower-case names in the order the signer gave them.</param>
    /// <param name="payloadHash">What stands for the body: its hash in hexadecimal, or a word such as UNSIGNED-PAYLOAD.</param>
    /// <param name="encodePathTwice">True for every service but S3.</param>
    public static string Build(AwsRequest request, string[] signedHeaders, string payloadHash, bool encodePathTwice)
    {
        var text = new StringBuilder(512).Append(request.Method).Append('\n');
        AppendPath(text, request.RawPath, encodePathTwice);
        text.Append('\n');
        AppendQuery(text, request.Query);
        text.Append('\n');
        foreach (var name in signedHeaders)
        {
            text.Append(name).Append(':');
            AppendHeader(text, request.Headers, name);
            text.Append('\n');
        }
        return text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    private static void AppendPath(StringBuilder text, string rawPath, bool encodeTwice)
    {
        // Decoding first forgives clients that percent-encode more, or less, than the rules ask for.
        var once = EncodePath(Uri.UnescapeDataString(rawPath));
        text.Append(encodeTwice ? EncodePath(once) : once);
    }

    private static string EncodePath(string path) => Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);

    private static void AppendQuery(StringBuilder text, QueryParameters query)
    {
        if (query.Pairs.Count == 0)
            return;
        var encoded = new List<(string Name, string Value)>(query.Pairs.Count);
        foreach (var (name, value) in query.Pairs)
        {
            if (name != RequestSignature.QuerySignature)
                encoded.Add((Uri.EscapeDataString(name), Uri.EscapeDataString(value)));
        }
        encoded.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.Value, right.Value));
        for (var i = 0; i < encoded.Count; i++)
            text.Append(i == 0 ? "" : "&").Append(encoded[i].Name).Append('=').Append(encoded[i].Value);
    }

    private static void AppendHeader(StringBuilder text, IHeaderDictionary headers, string name)
    {
        if (!headers.TryGetValue(name, out var values))
            return;
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            AppendCollapsed(text, values[i].AsSpan().Trim());
        }
    }

    private static void AppendCollapsed(StringBuilder text, ReadOnlySpan<char> value)
    {
        if (value.IndexOf("  ", StringComparison.Ordinal) < 0)
        {
            text.Append(value);
            return;
        }
        var previous = '\0';
        foreach (var character in value)
        {
            if (character != ' ' || previous != ' ')
                text.Append(character);
            previous = character;
        }
    }
}
