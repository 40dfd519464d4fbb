using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.Scenarios;

/// <summary>Requirement 8: error correlation and reporting.</summary>
public sealed class ErrorCorrelationScenarios(World world) : IClassFixture<World>
{
    [Scenario]
    public async Task Failed_request_correlation()
    {
        var failing = IS3Batch.GetObject(
            new GetObjectRequest { BucketName = "nonexistent-bucket", Key = "nonexistent-key" },
            static (_, response, _) => ValueTask.FromResult(response.ContentLength));

        var results = await world.Services.GetRequiredService<IAwsBatch>().RunAsync(
            [failing, IS3Batch.ListBuckets(new ListBucketsRequest())], new BatchOptions { FailFast = false });

        var failure = Assert.Single(results.Failed);
        Assert.Equal(("s3", "GetObject"), (failure.Service, failure.Operation));
        Assert.Equal(("s3", "GetObject", "NoSuchBucket"), (failure.Error!.Service, failure.Error.Operation, failure.Error.Code));
        Assert.Equal("nonexistent-bucket", results.Get(failing).Request.BucketName);
        var line = failure.Error.ToString();
        Assert.Contains("s3:GetObject failed with NoSuchBucket", line, StringComparison.Ordinal);
        Assert.Contains("Bucket=nonexistent-bucket, Key=nonexistent-key", line, StringComparison.Ordinal);
    }

    [Scenario]
    public async Task One_call_throws_the_sdks_own_exception()
    {
        var s3 = world.Services.GetRequiredService<IS3Batch>();

        var thrown = await Assert.ThrowsAnyAsync<Amazon.S3.AmazonS3Exception>(
            () => s3.GetObjectAsync(new GetObjectRequest { BucketName = "nonexistent-bucket", Key = "nonexistent-key" }));

        Assert.Equal("NoSuchBucket", thrown.ErrorCode);
    }
}
