using System.Collections.Frozen;
using System.Globalization;
using System.Net.Http.Headers;
using AwsBatch.Clients;

namespace AwsBatch.Pipeline;

/// <summary>The headers that belong to a body, which the SDK leaves out where there is none.</summary>
internal static class ContentHeaders
{
    private const string ContentLength = "Content-Length";
    private const string Expires = "Expires";

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ContentLength, HeaderNames.ContentType, "Content-Range", "Content-MD5", "Content-Encoding", "Content-Language",
        "Content-Disposition", Expires);

    private static readonly FrozenSet<string> SdkTypes = FrozenSet.Create(
        "application/x-amz-json-1.0", "application/x-amz-json-1.1", "application/json", "application/xml",
        "application/x-www-form-urlencoded; charset=utf-8", "application/cbor");

    public static bool Contains(string name) => Names.Contains(name);

    public static void Add(HttpContentHeaders headers, string name, string value)
    {
        // The length is the body's own; a date that is none is left out.
        if (name.Equals(ContentLength, StringComparison.OrdinalIgnoreCase))
            return;
        // Parsed, so that a type that is none is refused as the SDK refuses it, which sends something nevertheless; its own need not be.
        if (name.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase) && !SdkTypes.Contains(value))
        {
            headers.ContentType = MediaTypeHeaderValue.Parse(value);
            return;
        }

        if (name.Equals(Expires, StringComparison.OrdinalIgnoreCase))
        {
            if (DateTime.TryParse(value, CultureInfo.InvariantCulture, out var date))
                headers.Expires = date;
            return;
        }

        HeaderGuard.Check(name, value);
        headers.TryAddWithoutValidation(name, value);
    }
}
