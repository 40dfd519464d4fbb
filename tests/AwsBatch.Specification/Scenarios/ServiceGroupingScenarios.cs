using Amazon.EC2.Model;
using Amazon.Lambda.Model;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.Scenarios;

/// <summary>Requirement 5: service-grouped request batching.</summary>
public sealed class ServiceGroupingScenarios(World world) : IClassFixture<World>
{
    [Scenario]
    public async Task Service_based_request_grouping()
    {
        BatchRequest[] requests =
        [
            IS3Batch.ListBuckets(new ListBucketsRequest()),
            IEc2Batch.DescribeInstances(new DescribeInstancesRequest()),
            IS3Batch.ListObjects(new ListObjectsRequest { BucketName = World.Bucket }),
            IEc2Batch.DescribeRegions(new DescribeRegionsRequest()),
            ILambdaBatch.ListFunctions(new ListFunctionsRequest()),
        ];

        var results = await world.Services.GetRequiredService<IAwsBatch>().RunAsync(requests, new BatchOptions { Concurrency = 3 });

        Assert.Equal(
            ["s3:ListBuckets", "ec2:DescribeInstances", "s3:ListObjects", "ec2:DescribeRegions", "lambda:ListFunctions"],
            results.Select(item => $"{item.Service}:{item.Operation}"));
        Assert.Equal([0, 1, 2, 3, 4], results.Select(item => item.Index));
        Assert.All(results, item => Assert.True(item.IsSuccess, item.Error?.ToString()));
        Assert.IsType<ListObjectsResponse>(results[2].Response);
    }
}
