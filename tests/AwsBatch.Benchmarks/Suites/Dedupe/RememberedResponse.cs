using System.ComponentModel;
using Amazon.S3;
using Amazon.S3.Model;

namespace AwsBatch.Benchmarks.Suites.Dedupe;

/// <summary>A response that caches may hand out as it is; else HybridCache would serialise it for every caller.</summary>
[ImmutableObject(true)]
internal sealed record RememberedResponse(GetObjectMetadataResponse Response)
{
    /// <summary>The key that a user would make of the request.</summary>
    public static string KeyOf(GetObjectMetadataRequest request) => $"HeadObject/{request.BucketName}/{request.Key}";

    public static async ValueTask<RememberedResponse> FetchAsync(IAmazonS3 s3, GetObjectMetadataRequest request, CancellationToken cancellationToken) =>
        new(await s3.GetObjectMetadataAsync(request, cancellationToken));
}
