using System.Collections.Immutable;

namespace AwsBatch.Generators.Services;

/// <summary>
/// What the SDK renamed by hand; only S3 was. Its <c>GetACL</c> and <c>PutACL</c> are no operations of the API.
/// </summary>
internal static class RenamedInS3
{
    public const string Suffix = "S3";

    /// <summary>SDK name → API name.</summary>
    public static ImmutableDictionary<string, string> Operations { get; } = new Dictionary<string, string>
    {
        ["CopyPart"] = "UploadPartCopy",
        ["DeleteCORSConfiguration"] = "DeleteBucketCors",
        ["DeleteLifecycleConfiguration"] = "DeleteBucketLifecycle",
        ["GetBucketNotification"] = "GetBucketNotificationConfiguration",
        ["GetCORSConfiguration"] = "GetBucketCors",
        ["GetLifecycleConfiguration"] = "GetBucketLifecycleConfiguration",
        ["GetObjectMetadata"] = "HeadObject",
        ["InitiateMultipartUpload"] = "CreateMultipartUpload",
        ["ListVersions"] = "ListObjectVersions",
        ["PutBucket"] = "CreateBucket",
        ["PutBucketNotification"] = "PutBucketNotificationConfiguration",
        ["PutCORSConfiguration"] = "PutBucketCors",
        ["PutLifecycleConfiguration"] = "PutBucketLifecycleConfiguration",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Names of the API that were replaced long ago and have no method in the SDK → those that replaced them, which are the same requests on
    /// the wire.
    /// </summary>
    public static ImmutableDictionary<string, string> Replaced { get; } = new Dictionary<string, string>
    {
        ["GetBucketLifecycle"] = "GetBucketLifecycleConfiguration",
        ["PutBucketLifecycle"] = "PutBucketLifecycleConfiguration",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>SDK name → API name of the properties that identify a request.</summary>
    public static ImmutableDictionary<string, string> KeyProperties { get; } = new Dictionary<string, string>
    {
        ["BucketName"] = "Bucket",
        ["DestinationBucket"] = "Bucket",
        ["Key"] = "Key",
        ["DestinationKey"] = "Key",
    }.ToImmutableDictionary(StringComparer.Ordinal);
}
