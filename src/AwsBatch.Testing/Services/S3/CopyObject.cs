using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

internal static class CopyObject
{
    public static void Answer(S3Call call, AwsResponse response)
    {
        var target = call.Bucket;
        if (!ObjectKey.IsValid(call.Key))
            throw S3Errors.KeyTooLong();
        var (sourceBucket, source) = CopySource.Of(call);

        var replace = Replaces(call.Request);
        if (!replace && !Moves(call.Request) && sourceBucket == target.Name && source.Key == call.Key)
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
                + "storage class, website redirect location or encryption attributes.");
        }
        var copy = source with { Key = call.Key, LastModified = call.S3.Now(), Parts = null };
        if (source.Parts is not null)
            copy = copy with { ETag = StoredObject.ETagOf(StoredObject.Md5(source.Content.Span)) };
        if (replace)
            copy = copy with { ContentType = ObjectHeaders.ContentType(call.Request), Headers = ObjectHeaders.Read(call.Request) };
        if (!target.Put(copy, present => Preconditions.CheckWrite(call.Request, call.Key, present)))
            throw S3Errors.NoSuchBucket(target.Name);

        using var xml = S3Xml.Open(response, "CopyObjectResult");
        xml.Element("LastModified", copy.LastModified);
        xml.Element("ETag", copy.ETag);
    }

    // Another storage class or encryption is a change too, though nothing shows it here.
    private static bool Moves(AwsRequest request) =>
        request.Headers.ContainsKey("x-amz-storage-class") || request.Headers.ContainsKey("x-amz-server-side-encryption");

    private static bool Replaces(AwsRequest request) => request.Header("x-amz-metadata-directive") switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        var other => throw S3Errors.InvalidArgument("x-amz-metadata-directive", other),
    };
}
