using Amazon.S3.Model;
using AwsBatch.Specification.OnTheWire.Support;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>No value of a request ends its header and begins another, or another request.</summary>
public sealed class HeadersOnTheWire
{
    [Theory]
    [InlineData(PipelineMode.Lean, "1\r\nx-amz-acl: public-read")]
    [InlineData(PipelineMode.Lean, "1\r\n\r\nDELETE /bucket/key HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData(PipelineMode.Lean, "1\n2")]
    [InlineData(PipelineMode.Lean, "1\02")]
    [InlineData(PipelineMode.Sdk, "1\r\nx-amz-acl: public-read")]
    [InlineData(PipelineMode.Sdk, "1\n2")]
    public async Task A_value_with_a_line_break_is_refused_before_anything_is_sent(PipelineMode pipeline, string value)
    {
        await using var world = await World.StartAsync(configure: (aws, _) => aws.Pipeline = pipeline);
        // The first teaches the lean pipeline the way that the next take.
        var before = await WireCall.Of("s3:HeadObject").SendAsync(world, 2, new BatchOptions { Concurrency = 1, Dedupe = DedupeMode.Off });
        WireAssert.Succeeded(before);
        var sent = 0;
        foreach (var operation in new[] { "s3:HeadObject", "s3:CopyObject" })
            world.Endpoint.On(operation).Observe(_ => Interlocked.Increment(ref sent));

        var s3 = world.S3;
        BatchItem[] refused =
        [
            (await s3.HeadObjectBatchAsync([new() { BucketName = "bucket", Key = "key", ExpectedBucketOwner = value }]))[0],
            (await s3.CopyObjectBatchAsync(
            [
                new()
                {
                    SourceBucket = "bucket",
                    SourceKey = "key",
                    DestinationBucket = "bucket",
                    DestinationKey = "other",
                    Headers = { CacheControl = value },
                },
            ]))[0],
        ];

        Assert.All(refused, item => Assert.Equal((BatchErrorKind.Validation, 0), (item.Error!.Kind, item.Attempts)));
        Assert.Contains("x-amz-expected-bucket-owner", refused[0].Error!.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Cache-Control", refused[1].Error!.Message, StringComparison.Ordinal);
        Assert.All(refused, item => Assert.DoesNotContain("public-read", item.Error!.Message, StringComparison.Ordinal));
        Assert.Equal(0, sent);
    }
}
