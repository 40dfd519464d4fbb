using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

/// <summary>One file named twice in a run.</summary>
public sealed class SameFileTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private Tool tool = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        tool = Tool.For(aws);
    }

    public async Task DisposeAsync()
    {
        tool.Dispose();
        await aws.DisposeAsync();
    }

    [Theory]
    [InlineData("--out './x.ndjson' is the same file as the input", "run", "x.ndjson", "--out", "./x.ndjson")]
    [InlineData("--out 'x.ndjson' is the same file as the input", "run", "x.ndjson", "--out", "x.ndjson", "--dry-run")]
    [InlineData("--out 'link' is the same file as the input", "run", "x.ndjson", "--out", "link")]
    [InlineData("--out 'folder/x.ndjson' is the same file as the input", "run", "link", "--out", "folder/x.ndjson")]
    [InlineData("--out 'x.ndjson' is the same file as the input", "run", "roundabout", "--out", "x.ndjson")]
    [InlineData("--out 'x.ndjson' is the same file as the input", "retry", "x.ndjson", "--out", "x.ndjson")]
    [InlineData("--report 'x.ndjson' is the same file as the input", "run", "x.ndjson", "--report", "x.ndjson")]
    [InlineData("--checkpoint 'new' is the same file as --report", "run", "x.ndjson", "--report", "new", "--checkpoint", "new")]
    public async Task Is_refused_before_anything_is_sent_or_written(string message, params string[] arguments)
    {
        var input = tool.Write("x.ndjson", Requests.ListBuckets);
        File.CreateSymbolicLink(Path.Combine(tool.Home, "link"), "x.ndjson");
        Directory.CreateSymbolicLink(Path.Combine(tool.Home, "folder"), ".");
        File.CreateSymbolicLink(Path.Combine(tool.Home, "roundabout"), "folder/x.ndjson");

        var run = await tool.RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"awsbatch: {message}", run.Error, StringComparison.Ordinal);
        Assert.Equal(Requests.ListBuckets + "\n", await File.ReadAllTextAsync(input));
        Assert.False(File.Exists(Path.Combine(tool.Home, "new")));
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Theory]
    [InlineData("the input", "./gets.ndjson")]
    [InlineData("the input", "link")]
    [InlineData("--out", "records.ndjson")]
    [InlineData("--report", "run.html")]
    [InlineData("--checkpoint", "run.log")]
    public async Task As_the_answer_of_a_request_is_the_error_of_that_request(string role, string path)
    {
        aws.S3.CreateBucket("logs");
        aws.S3.Put("logs", "a", "hello");
        var input = tool.Write("gets.ndjson", Requests.Get("logs", "a", path), Requests.Get("logs", "a", "answer"));
        File.CreateSymbolicLink(Path.Combine(tool.Home, "link"), "gets.ndjson");
        var before = await File.ReadAllTextAsync(input);

        var run = await tool.RunAsync("run", input, "--out", "records.ndjson", "--report", "run.html", "--checkpoint", "run.log");

        var records = ToolResult.RecordsOf(await File.ReadAllTextAsync(Path.Combine(tool.Home, "records.ndjson")));
        Assert.Equal((1, 2), (run.ExitCode, records.Count));
        Assert.Contains($"\"@out\" '{path}' is the same file as {role}", records[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Combine(tool.Home, "answer")));
        Assert.Equal(before, await File.ReadAllTextAsync(input));
        Assert.Equal(1, aws.Wire.Requests);
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--report")]
    [InlineData("--checkpoint")]
    public async Task Is_refused_where_the_other_name_is_a_hard_link(string flag)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var input = tool.Write("x.ndjson", Requests.ListBuckets);
        Link("x.ndjson", "hard");

        var run = await tool.RunAsync("run", "x.ndjson", flag, "hard");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"awsbatch: {flag} 'hard' is the same file as the input", run.Error, StringComparison.Ordinal);
        Assert.Equal(Requests.ListBuckets + "\n", await File.ReadAllTextAsync(input));
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Fact]
    public async Task Is_refused_where_a_shell_has_redirected_the_input()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var input = tool.Write("x.ndjson", Requests.ListBuckets);

        using var process = tool.StartOther("sh", "-c", $"exec dotnet '{Tool.Program}' run --out x.ndjson < x.ndjson");
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("awsbatch: --out 'x.ndjson' is the same file as the input", run.Error, StringComparison.Ordinal);
        Assert.Equal(Requests.ListBuckets + "\n", await File.ReadAllTextAsync(input));
    }

    [Fact]
    public async Task Is_no_matter_where_it_is_a_device()
    {
        var run = await tool.RunAsync("run", "/dev/null", "--out", "/dev/null");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    private void Link(string from, string to)
    {
        using var link = tool.StartOther("ln", from, to);
        link.WaitForExit();
        Assert.Equal(0, link.ExitCode);
    }
}
