using System.Net;
using System.Net.Http.Headers;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Pipeline;

/// <summary>An HTTP answer as the SDK's unmarshallers read it, its headers as they came.</summary>
internal sealed class ResponseData : IWebResponseData, IHttpResponseBody
{
    private const string Crc32 = "x-amz-crc32";

    private readonly HttpResponseMessage message;
    private readonly KeyValuePair<string, HeaderStringValues>[] headers;
    private readonly int ownCount;

    // Which names may be there, by their marks: readers ask for many more headers than an answer has.
    private readonly ulong marks;
    private bool hidesCrc32;

    public ResponseData(HttpResponseMessage message)
    {
        this.message = message;
        // First, since asking adds the header where the length is known without it.
        ContentLength = message.Content.Headers.ContentLength ?? 0;

        var own = message.Headers.NonValidated;
        var content = message.Content.Headers.NonValidated;
        ownCount = own.Count;
        headers = new KeyValuePair<string, HeaderStringValues>[ownCount + content.Count];
        var count = 0;
        foreach (var header in own)
            headers[count++] = header;
        foreach (var header in content)
            headers[count++] = header;
        foreach (var header in headers)
            marks |= MarkOf(header.Key);
    }

    public HttpStatusCode StatusCode => message.StatusCode;

    public bool IsSuccessStatusCode => message.IsSuccessStatusCode;

    public long ContentLength { get; }

    public string? ContentType => message.Content.Headers.ContentType?.MediaType;

    public IHttpResponseBody ResponseBody => this;

    /// <summary>Whether its headers say that there is no body.</summary>
    public bool SaysEmpty => long.TryParse(GetHeaderValue("Content-Length"), out var length) && length == 0;

    /// <summary>Whether the body is as it was made: neither encoded nor with a checksum for the SDK to verify.</summary>
    public bool IsPlain => !IsHeaderPresent("Content-Encoding") && !Array.Exists(headers, static header => IsChecksum(header.Key));

    /// <summary>Takes the body's checksum on itself: the SDK's readers then find none.</summary>
    /// <returns>Null if there is none, or the body is not as it was sent.</returns>
    public int? TakeCrc32()
    {
        if (!uint.TryParse(GetHeaderValue(Crc32), out var sum) || GetHeaderValue("Content-Encoding").Length > 0
            || GetHeaderValue("Content-Length").Length == 0)
        {
            return null;
        }

        hidesCrc32 = true;
        return (int)sum;
    }

    public bool IsHeaderPresent(string headerName) => Find(headerName) >= 0;

    public string GetHeaderValue(string headerName)
    {
        var index = Find(headerName);
        if (index < 0 || (hidesCrc32 && headerName == Crc32))
            return "";

        var raw = First(headers[index].Value);
        if (HeaderText.IsAsParsed(headerName, raw))
            return raw;

        HttpHeaders collection = index < ownCount ? message.Headers : message.Content.Headers;
        return collection.TryGetValues(headerName, out var values) ? values.First() : "";
    }

    public string[] GetHeaderNames() => Array.ConvertAll(headers, static header => header.Key);

    public IEventStreamHeader? GetEventStreamHeader(string headerName) => null;

    public bool IsEventHeaderPresent(string headerName) => false;

    public Stream OpenResponse() => message.Content.ReadAsStream();

    public Task<Stream> OpenResponseAsync() => message.Content.ReadAsStreamAsync();

    public void Dispose() => message.Dispose();

    // There are about ten.
    private int Find(string name)
    {
        if ((marks & MarkOf(name)) == 0)
            return -1;

        for (var index = 0; index < headers.Length; index++)
        {
            var key = headers[index].Key;
            if (key.Length == name.Length && key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        return -1;
    }

    // Of length and last letter, whichever its case.
    private static ulong MarkOf(string name) => name.Length == 0 ? 0 : 1UL << ((name.Length * 7 + (name[^1] & 0x1F)) & 63);

    private static bool IsChecksum(string name) => name.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase);

    private static string First(HeaderStringValues values)
    {
        foreach (var value in values)
            return value;
        return "";
    }
}
