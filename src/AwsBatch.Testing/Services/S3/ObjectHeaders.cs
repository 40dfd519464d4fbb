using System.Text;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>The headers that are stored with an object and returned with it.</summary>
internal static class ObjectHeaders
{
    private const string MetadataPrefix = "x-amz-meta-";
    private const int MaxMetadata = 2048;
    private const string ContentEncoding = "Content-Encoding";
    private const string AwsChunked = "aws-chunked";

    private static readonly string[] Standard =
        ["Cache-Control", "Content-Disposition", "Content-Language", "Expires", "x-amz-website-redirect-location"];

    public static string ContentType(AwsRequest request) =>
        request.Headers.ContentType.ToString() is { Length: > 0 } type ? type : StoredObject.DefaultContentType;

    public static KeyValuePair<string, string>[] Read(AwsRequest request)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in request.Headers)
        {
            if (name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
                headers.Add(new(name.ToLowerInvariant(), value.ToString()));
        }
        var size = headers.Sum(header => header.Key.Length - MetadataPrefix.Length + Encoding.UTF8.GetByteCount(header.Value));
        if (size > MaxMetadata)
            throw S3Errors.MetadataTooLarge(size, MaxMetadata);
        foreach (var name in Standard)
        {
            if (request.Header(name) is { } value)
                headers.Add(new(name, value));
        }
        // aws-chunked is how the payload travelled, not what it is.
        var encodings = (request.Header(ContentEncoding) ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (string.Join(",", encodings.Where(encoding => encoding != AwsChunked)) is { Length: > 0 } encodingOfContent)
            headers.Add(new(ContentEncoding, encodingOfContent));
        return [.. headers];
    }
}
