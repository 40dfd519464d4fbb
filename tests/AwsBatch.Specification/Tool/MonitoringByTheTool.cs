using AwsBatch.Cli.Tests.Support;

namespace AwsBatch.Specification;

/// <summary>Requirement 6 at a terminal: <c>awsbatch stats</c> after <c>awsbatch run</c>.</summary>
public sealed class MonitoringByTheTool(World world) : IClassFixture<World>
{
    [Scenario]
    public async Task Parallel_processing_metrics_collection()
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
