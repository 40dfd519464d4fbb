using System.Globalization;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.S3.Multipart;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Services.S3;

/// <summary>GetObject and HeadObject: the same but for the body.</summary>
internal static class ReadObject
{
    private const string PartNumber = "partNumber";

    private static readonly (string Parameter, string Header)[] Overrides =
    [
        ("response-cache-control", "Cache-Control"),
        ("response-content-disposition", "Content-Disposition"),
        ("response-content-encoding", "Content-Encoding"),
        ("response-content-language", "Content-Language"),
        ("response-content-type", "Content-Type"),
        ("response-expires", "Expires"),
    ];

    public static void Get(S3Call call, AwsResponse response) => response.Content = Describe(call, response);

    public static void Head(S3Call call, AwsResponse response) => response.ContentLength = Describe(call, response).Length;

    /// <summary>Writes the headers; returns the content, or the part of it that was asked for.</summary>
    private static ReadOnlyMemory<byte> Describe(S3Call call, AwsResponse response)
    {
        var item = Find(call);
        Preconditions.CheckRead(call.Request, item);
        var range = Part(call.Request, item) ?? ByteRange.Of(call.Request.Header("Range"), item.Content.Length);

        var headers = response.Headers;
        headers.ETag = item.ETag;
        headers.LastModified = item.LastModified.ToString("R", CultureInfo.InvariantCulture);
        headers.ContentType = item.ContentType;
        headers.AcceptRanges = "bytes";
        foreach (var (name, value) in item.Headers)
            headers[name] = value;
        if (call.Request.Query.Pairs.Count > 0)
            Override(call.Request.Query, headers);
        if (item.Parts is { } parts && call.Request.Query.Contains(PartNumber))
            headers["x-amz-mp-parts-count"] = parts.Length.ToString(CultureInfo.InvariantCulture);
        if (range is not { } part)
        {
            Checksums.Describe(call.Request, item, headers);
            return item.Content;
        }
        response.StatusCode = 206;
        headers.ContentRange = $"bytes {part.Start}-{part.Start + part.Length - 1}/{item.Content.Length}";
        return item.Content.Slice(part.Start, part.Length);
    }

    // A part is read like a range; of nothing there is none.
    private static ByteRange? Part(AwsRequest request, StoredObject item)
    {
        if (request.Query.Number(PartNumber, 1, UploadPart.MaxParts, S3Errors.InvalidArgument) is not { } number)
            return null;
        if (request.Headers.ContainsKey("Range"))
            throw S3Errors.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        var sizes = item.Parts ?? [item.Content.Length];
        if (number > sizes.Length)
            throw S3Errors.InvalidPartNumber(number, sizes.Length);
        return sizes[number - 1] == 0 ? null : new(sizes.Take(number - 1).Sum(), sizes[number - 1]);
    }

    private static StoredObject Find(S3Call call)
    {
        var found = call.Bucket.TryGet(call.Key, out var item);
        if (call.Request.Query["versionId"] is { } version and not "null")
            throw S3Errors.NoSuchVersion(call.Key, version);
        return found ? item! : throw S3Errors.NoSuchKey(call.Key);
    }

    private static void Override(QueryParameters query, IHeaderDictionary headers)
    {
        foreach (var (parameter, header) in Overrides)
        {
            if (query[parameter] is { } value)
                headers[header] = value;
        }
    }
}
