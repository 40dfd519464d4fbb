using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

/// <summary>Only a terminal is asked, and script makes one.</summary>
public sealed class ConfirmationTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private Tool tool = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        tool = Tool.For(aws);
        aws.S3.CreateBucket("logs");
    }

    public async Task DisposeAsync()
    {
        await aws.DisposeAsync();
        tool.Dispose();
    }

    [Theory]
    [InlineData("y", 0, 4)]
    [InlineData("Yes", 0, 4)]
    [InlineData("n", 2, 0)]
    [InlineData("yeah", 2, 0)]
    [InlineData("", 2, 0)]
    public async Task Changes_are_sent_after_a_yes_alone(string answer, int exitCode, int sent)
    {
        var file = tool.Write(
            "mixed.ndjson", Requests.Put("logs", "a"), Requests.ListBuckets, Requests.Delete("logs", "a"), Requests.Delete("logs", "b"));

        if (await RunAsync(answer, file) is not { } run)
            return;

        Assert.Contains("3 of 4 requests may change something: 2 s3:DeleteObject, 1 s3:PutObject. Send them? [y/N] ", run.Output, StringComparison.Ordinal);
        Assert.Equal((exitCode, sent), (run.ExitCode, aws.Wire.Requests));
    }

    [Fact]
    public async Task One_change_is_asked_about_as_one()
    {
        if (await RunAsync("n", tool.Write("one.ndjson", Requests.Delete("logs", "a"))) is not { } run)
            return;

        Assert.Contains("1 of 1 request may change something: 1 s3:DeleteObject. Send it? [y/N] ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "--yes")]
    [InlineData(false, "-y")]
    public async Task Reads_and_who_says_yes_beforehand_are_not_asked(bool reads, string flag)
    {
        if (await RunAsync("n", tool.Write("one.ndjson", reads ? Requests.ListBuckets : Requests.Delete("logs", "a")), flag) is not { } run)
            return;

        Assert.DoesNotContain("[y/N]", run.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (run.ExitCode, aws.Wire.Requests));
    }

    // Null where there is no script.
    private async Task<ToolResult?> RunAsync(string answer, string file, string flag = "")
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
            return null;
        using var process = tool.StartOther(
            "/usr/bin/script", "--quiet", "--return", "--command", $"dotnet '{Tool.Program}' run '{file}' {flag}", "/dev/null");
        await process.StandardInput.WriteAsync(answer + "\n");
        await process.StandardInput.FlushAsync();
        return await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }
}
