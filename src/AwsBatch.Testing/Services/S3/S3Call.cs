using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

internal delegate void S3Operation(S3Call call, AwsResponse response);

/// <summary>One call of an S3 operation.</summary>
internal sealed class S3Call(EmbeddedS3 s3, AwsRequest request, S3Address address, string operation, S3Operation answer)
    : AwsCall(operation)
{
    public EmbeddedS3 S3 => s3;

    public AwsRequest Request => request;

    public string BucketName => address.Bucket;

    public string Key => address.Key;

    /// <exception cref="AwsErrorException">NoSuchBucket.</exception>
    public Bucket Bucket => s3.Find(address.Bucket);

    public override ValueTask AnswerAsync(AwsResponse response, CancellationToken cancellationToken)
    {
        answer(this, response);
        return default;
    }
}
