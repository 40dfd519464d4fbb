using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3.Multipart;

/// <summary>UploadPart and UploadPartCopy.</summary>
internal static class UploadPart
{
    public const int MaxParts = 10_000;

    public static void Answer(S3Call call, AwsResponse response)
    {
        var upload = call.Bucket.Uploads.Find(call);
        var md5 = StoredObject.Md5(call.Request.Body.Span);
        var checksum = Checksums.Verify(call.Request, md5);
        var part = new UploadedPart(call.Request.Body, md5);
        upload.Put(Number(call), part);
        response.Headers.ETag = part.ETag;
        if (checksum is { } echoed)
            Checksums.Add(echoed, response.Headers);
    }

    public static void Copy(S3Call call, AwsResponse response)
    {
        var upload = call.Bucket.Uploads.Find(call);
        var source = CopySource.Of(call).Object.Content;
        var content = ByteRange.OfCopy(call.Request.Header(CopySource.Range), source.Length) is { } range
            ? source.Slice(range.Start, range.Length)
            : source;
        var part = new UploadedPart(content, StoredObject.Md5(content.Span));
        upload.Put(Number(call), part);

        using var xml = S3Xml.Open(response, "CopyPartResult");
        xml.Element("LastModified", call.S3.Now());
        xml.Element("ETag", part.ETag);
    }

    private static int Number(S3Call call) =>
        call.Request.Query.Number("partNumber", 1, MaxParts, S3Errors.InvalidArgument) ?? throw S3Errors.InvalidArgument("partNumber", "");
}
