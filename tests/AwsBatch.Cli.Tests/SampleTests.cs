using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

public sealed class SampleTests
{
    private static readonly string Samples = Path.Combine(
        AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf(Path.Combine("tests", "AwsBatch.Cli.Tests"), StringComparison.Ordinal)],
        "samples", "Tool");

    [Fact]
    public async Task The_samples_do_what_their_page_says()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        using var tool = Tool.For(aws);
        aws.S3.CreateBucket("logs");
        foreach (var name in new[] { "app", "audit", "access" })
            aws.S3.Put("logs", $"2026/01/{name}.log", "hello");

        var heads = await tool.RunAsync("run", Path.Combine(Samples, "heads.ndjson"), "--output", "table");
        var audit = await tool.RunAsync("run", Path.Combine(Samples, "audit.ndjson"), "--all-pages");
        var cleanup = await tool.RunAsync("run", Path.Combine(Samples, "cleanup.ndjson"), "--dry-run");

        Assert.Equal((1, 5), (heads.ExitCode, heads.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal((0, ""), (audit.ExitCode, audit.Error));
        Assert.Equal(3, audit.Records[2].GetProperty("result").GetProperty("Contents").GetArrayLength());
        Assert.Equal(0, cleanup.ExitCode);
        Assert.Contains("4 requests would be sent, 4 of which may change something", cleanup.Error, StringComparison.Ordinal);
        Assert.NotNull(aws.S3.Get("logs", "2026/01/app.log"));
    }
}
