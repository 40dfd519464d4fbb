using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Testing;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>Without credentials the SDK leaves more out than the signature: what is sent is what its own client would send.</summary>
public sealed class AnonymousOnTheWire
{
    [Theory]
    [InlineData(PipelineMode.Lean)]
    [InlineData(PipelineMode.Sdk)]
    public async Task An_unsigned_upload_is_sent_as_the_sdk_sends_it(PipelineMode pipeline)
    {
        await using var world = await World.StartAsync(configure: (aws, _) =>
        {
            aws.Credentials = new AnonymousAWSCredentials();
            aws.Pipeline = pipeline;
        });
        List<ReceivedRequest> sent = [];
        world.Endpoint.On("s3:PutObject").Observe(sent.Add);

        var item = (await world.S3.PutObjectBatchAsync([Upload()]))[0];
        using var sdk = new AmazonS3Client(
            new AnonymousAWSCredentials(),
            new AmazonS3Config { ServiceURL = world.Endpoint.Url.ToString(), AuthenticationRegion = world.Endpoint.Region, ForcePathStyle = true });
        await Assert.ThrowsAsync<AmazonS3Exception>(() => sdk.PutObjectAsync(Upload()));

        // The endpoint takes no unsigned requests; a bucket that is open to all does.
        Assert.Equal("AccessDenied", item.Error?.Code);
        Assert.Equal(2, sent.Count);
        Assert.Equal(Lengths(sent[1]), Lengths(sent[0]));
        Assert.Equal("7", sent[0].Header("Content-Length"));
    }

    private static PutObjectRequest Upload() => new() { BucketName = World.Bucket, Key = "open", ContentBody = "content" };

    private static (string?, string?, string?) Lengths(ReceivedRequest request) =>
        (request.Header("Content-Length"), request.Header("x-amz-sdk-checksum-algorithm"), request.Header("x-amz-trailer"));
}
