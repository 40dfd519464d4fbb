using Amazon.EC2.Model;
using Amazon.S3.Model;
using AwsBatch.Cli.Tests.Support;
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

    [Scenario]
    public async Task Parallel_processing_metrics_collection_by_the_tool()
    {
        using var tool = Tool.For(world.Endpoint);
        var requests = tool.Write(
            "requests.ndjson", """{"service":"s3","operation":"ListBuckets"}""", """{"service":"ec2","operation":"DescribeRegions"}""");
        Assert.Equal(0, (await tool.RunAsync("run", requests)).ExitCode);

        var stats = (await tool.RunAsync("stats", "--output", "ndjson")).Records;

        Assert.Equal(
            ["ec2:DescribeRegions", "s3:ListBuckets"], stats.Select(static operation => operation.GetProperty("operation").GetString()!).Order());
        Assert.All(stats, static operation => Assert.Equal(1, operation.GetProperty("count").GetInt32()));
        Assert.All(stats, static operation => Assert.InRange(operation.GetProperty("p50_ms").GetDouble(), 0.001, 60_000));
    }
}
