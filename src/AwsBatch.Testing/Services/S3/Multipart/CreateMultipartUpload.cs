using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3.Multipart;

internal static class CreateMultipartUpload
{
    public static void Answer(S3Call call, AwsResponse response)
    {
        if (!ObjectKey.IsValid(call.Key))
            throw S3Errors.KeyTooLong();
        var upload = new MultipartUpload(call.Key, ObjectHeaders.ContentType(call.Request), ObjectHeaders.Read(call.Request));
        var id = call.Bucket.Uploads.Start(upload);

        using var xml = S3Xml.Open(response, "InitiateMultipartUploadResult");
        xml.Element("Bucket", call.BucketName);
        xml.Element("Key", call.Key);
        xml.Element("UploadId", id);
    }
}
