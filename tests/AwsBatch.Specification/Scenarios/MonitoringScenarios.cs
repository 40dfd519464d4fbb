using Amazon.EC2.Model;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.Scenarios;

/// <summary>Requirement 6: parallel processing performance monitoring.</summary>
public sealed class MonitoringScenarios(World world) : IClassFixture<World>
{
    [Scenario]
    public async Task Parallel_processing_metrics_collection()
    {
        var results = await world.Services.GetRequiredService<IAwsBatch>().RunAsync(
            [IS3Batch.ListBuckets(new ListBucketsRequest()), IEc2Batch.DescribeRegions(new DescribeRegionsRequest())],
            new BatchOptions { Concurrency = 2 });
        Assert.Equal(2, results.Succeeded.Count);

        var stats = world.Services.GetRequiredService<IPerfStats>().Snapshot();

        Assert.Superset(new HashSet<string> { "ec2:DescribeRegions", "s3:ListBuckets" }, stats.Keys.ToHashSet());
        foreach (var operation in new[] { stats["s3:ListBuckets"], stats["ec2:DescribeRegions"] })
        {
            Assert.Equal((1, 0, 1), (operation.Count, operation.Errors, operation.Attempts));
            Assert.InRange(operation.Average, TimeSpan.FromTicks(1), results.Summary.WallTime);
            Assert.InRange(operation.EffectiveConcurrency, 0.5, 1.5);
        }
    }
}
