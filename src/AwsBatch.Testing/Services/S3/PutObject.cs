using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

internal static class PutObject
{
    public static void Answer(S3Call call, AwsResponse response)
    {
        var bucket = call.Bucket;
        if (!ObjectKey.IsValid(call.Key))
            throw S3Errors.KeyTooLong();
        var md5 = StoredObject.Md5(call.Request.Body.Span);
        var checksum = Checksums.Verify(call.Request, md5);
        var item = new StoredObject(
            call.Key,
            call.Request.Body,
            StoredObject.ETagOf(md5),
            call.S3.Now(),
            ObjectHeaders.ContentType(call.Request),
            ObjectHeaders.Read(call.Request),
            checksum);
        if (!bucket.Put(item, present => Preconditions.CheckWrite(call.Request, call.Key, present)))
            throw S3Errors.NoSuchBucket(bucket.Name);
        response.Headers.ETag = item.ETag;
        if (checksum is { } echoed)
            Checksums.Add(echoed, response.Headers);
    }
}
