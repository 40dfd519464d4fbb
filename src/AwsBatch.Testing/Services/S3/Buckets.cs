using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>CreateBucket, DeleteBucket, HeadBucket.</summary>
internal static class Buckets
{
    public static void Create(S3Call call, AwsResponse response)
    {
        if (!BucketName.IsValid(call.BucketName))
            throw S3Errors.InvalidBucketName(call.BucketName);
        var region = RegionOf(LocationConstraint(call.Request.Body)) ?? call.S3.Account.Region;
        if (!call.S3.TryCreate(call.BucketName, region))
            throw S3Errors.BucketAlreadyOwnedByYou(call.BucketName);
        response.Headers.Location = "/" + call.BucketName;
    }

    public static void Delete(S3Call call, AwsResponse response)
    {
        call.S3.Delete(call.Bucket);
        response.StatusCode = 204;
    }

    public static void Head(S3Call call, AwsResponse response)
    {
        response.Headers["x-amz-bucket-region"] = call.Bucket.Region;
        response.Headers.ContentType = RestXmlProtocol.ContentType;
    }

    // Clients still send the name that eu-west-1 had when it was the only region in Europe; the first region is named by no constraint.
    private static string? RegionOf(string? constraint) => constraint switch
    {
        "EU" => "eu-west-1",
        "us-east-1" => throw S3Errors.InvalidLocationConstraint(constraint),
        "" => null,
        _ => constraint,
    };

    private static string? LocationConstraint(ReadOnlyMemory<byte> body) => body.IsEmpty
        ? null
        : S3Xml.Read(body, static xml => xml.ReadToFollowing("LocationConstraint") ? xml.ReadElementContentAsString() : null);
}
