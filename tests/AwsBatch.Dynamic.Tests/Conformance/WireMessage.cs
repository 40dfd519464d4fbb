using System.Text;
using System.Text.Json;

namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>A request as it goes over the wire, of this side or of the AWS CLI's.</summary>
internal sealed record WireMessage(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public static WireMessage Of(JsonElement wire) => Unframed(
        wire.GetProperty("method").GetString()!,
        wire.GetProperty("path").GetString()!,
        wire.GetProperty("query").GetString()!,
        wire.GetProperty("headers").EnumerateObject().ToDictionary(static header => header.Name, static header => header.Value.GetString()!),
        wire.GetProperty("body").GetBytesFromBase64());

    public static async Task<WireMessage> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(static header => header.Key.ToLowerInvariant(), static header => string.Join(",", header.Value));
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return Unframed(request.Method.Method, request.RequestUri!.AbsolutePath, request.RequestUri.Query.TrimStart('?'), headers, body);
    }

    private static WireMessage Unframed(string method, string path, string query, Dictionary<string, string> headers, byte[] body)
    {
        var isChunked = headers.TryGetValue("content-encoding", out var encoding) && encoding.Contains("aws-chunked", StringComparison.Ordinal);
        return new WireMessage(method, path, query, headers, isChunked ? Unchunk(body) : body);
    }

    // size in hex [;chunk-signature=…] CRLF bytes CRLF …, a size of 0 ends it.
    private static byte[] Unchunk(byte[] framed)
    {
        var bytes = new MemoryStream();
        for (var position = 0; ;)
        {
            var end = framed.AsSpan(position).IndexOf("\r\n"u8);
            var size = Convert.ToInt32(Encoding.ASCII.GetString(framed, position, end).Split(';')[0], 16);
            if (size == 0)
                return bytes.ToArray();
            bytes.Write(framed, position + end + 2, size);
            position += end + 2 + size + 2;
        }
    }
}
