using System.Text.Json;
using Amazon.EC2.Model;
using Amazon.Lambda.Model;
using Amazon.S3.Model;
using AwsBatch.Dynamic;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.Scenarios;

/// <summary>Requirement 1: batch request processing with concurrency control.</summary>
public sealed class ConcurrencyControlScenarios(World world) : IClassFixture<World>
{
    private static BatchRequest Dynamic(string service, string operation) =>
        DynamicRequest.Create(service, operation, JsonElement.Parse("{}"));

    private IAwsBatch Aws => world.Services.GetRequiredService<IAwsBatch>();

    [Scenario]
    public async Task Successful_parallel_request_execution()
    {
        var buckets = IS3Batch.ListBuckets(new ListBucketsRequest());
        var instances = IEc2Batch.DescribeInstances(new DescribeInstancesRequest());
        var functions = ILambdaBatch.ListFunctions(new ListFunctionsRequest());

        var results = await Aws.RunAsync([buckets, instances, functions], new BatchOptions { Concurrency = 2 });

        Assert.Equal(3, results.Count);
        Assert.All(results, item => Assert.True(item.IsSuccess, item.Error?.ToString()));
        Assert.Contains(results.Get(buckets).Response!.Buckets, bucket => bucket.BucketName == World.Bucket);
        Assert.NotNull(results.Get(instances).Response);
        Assert.NotNull(results.Get(functions).Response);
    }

    [Scenario]
    public async Task Partial_failure_handling_with_resilient_mode()
    {
        var results = await Aws.RunAsync(
            [
                IS3Batch.ListBuckets(new ListBucketsRequest()),
                ILambdaBatch.GetFunction(new GetFunctionRequest { FunctionName = "no-such-function" }),
                IEc2Batch.DescribeInstances(new DescribeInstancesRequest()),
            ],
            new BatchOptions { Concurrency = 2, FailFast = false });

        Assert.Equal([0, 2], results.Succeeded.Select(item => item.Index));
        var failure = Assert.Single(results.Failed);
        Assert.Equal(1, failure.Index);
        Assert.Equal("ResourceNotFoundException", failure.Error!.Code);
        Assert.Contains("no-such-function", failure.Error.ToString(), StringComparison.Ordinal);
    }

    [Scenario]
    public async Task Partial_failure_handling_as_it_was_written()
    {
        var results = await Aws.RunAsync(
            [Dynamic("s3", "ListBuckets"), Dynamic("invalid-service", "BadOp"), Dynamic("ec2", "DescribeInstances")],
            new BatchOptions { Concurrency = 2, FailFast = false });

        Assert.Equal([0, 2], results.Succeeded.Select(item => item.Index));
        var failure = Assert.Single(results.Failed);
        Assert.Equal((1, BatchErrorKind.Validation), (failure.Index, failure.Error!.Kind));
        Assert.Contains("invalid-service", failure.Error.ToString(), StringComparison.Ordinal);
    }

    [Scenario]
    public async Task Fail_fast_mode_as_it_was_written()
    {
        var failure = await Assert.ThrowsAsync<BatchFailedException>(() => Aws.RunAsync(
            [Dynamic("invalid-service", "BadOp"), Dynamic("s3", "ListBuckets")], new BatchOptions { Concurrency = 1, FailFast = true }));

        Assert.StartsWith("Batch failed: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("invalid-service", failure.Message, StringComparison.Ordinal);
        Assert.Equal([0], failure.Completed.Select(item => item.Index));
    }

    [Scenario]
    public async Task Fail_fast_mode_for_critical_workflows()
    {
        var written = $"fail-fast-{Guid.NewGuid():N}";
        BatchRequest[] requests =
        [
            ILambdaBatch.GetFunction(new GetFunctionRequest { FunctionName = "no-such-function" }),
            IS3Batch.PutObject(new PutObjectRequest { BucketName = World.Bucket, Key = written, ContentBody = "never" }),
            IEc2Batch.DescribeInstances(new DescribeInstancesRequest()),
        ];

        var failure = await Assert.ThrowsAsync<BatchFailedException>(
            () => Aws.RunAsync(requests, new BatchOptions { Concurrency = 1, FailFast = true }));

        Assert.StartsWith("Batch failed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, failure.Item.Index);
        Assert.Single(failure.Completed);
        var head = await world.Services.GetRequiredService<IS3Batch>().HeadObjectBatchAsync(
            [new GetObjectMetadataRequest { BucketName = World.Bucket, Key = written }]);
        Assert.Equal(404, (int)head[0].Error!.StatusCode!);
    }
}
