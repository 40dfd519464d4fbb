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

    [Theory]
    [InlineData("--out", "records.txt")]
    [InlineData("--out", "./records.txt")]
    [InlineData("--out", "link")]
    [InlineData("--out", "hard")]
    [InlineData("--report", "records.txt")]
    public async Task As_what_a_request_is_made_of_is_refused_before_anything_is_sent_or_written(string flag, string path)
    {
        aws.S3.CreateBucket("logs");
        var body = tool.Write("records.txt", "precious");
        File.CreateSymbolicLink(Path.Combine(tool.Home, "link"), "records.txt");
        if (path == "hard" && !OperatingSystem.IsLinux())
            return;
        Link("records.txt", "hard");
        var input = tool.Write("puts.ndjson", Requests.ListBuckets, PutFile("@file:records.txt"));

        var run = await tool.RunAsync("run", input, flag, path);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"line 2, column 1: the file 'records.txt' that it reads is the same file as {flag}", run.Error, StringComparison.Ordinal);
        Assert.Equal("precious\n", await File.ReadAllTextAsync(body));
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Theory]
    [InlineData("same", "same")]
    [InlineData("same", "./same")]
    [InlineData("same", "folder/same")]
    [InlineData("link", "same")]
    public async Task As_the_answer_of_two_requests_is_refused_where_it_can_be_known(string first, string second)
    {
        PutObjects();
        Directory.CreateSymbolicLink(Path.Combine(tool.Home, "folder"), ".");
        File.CreateSymbolicLink(Path.Combine(tool.Home, "link"), "same");
        var input = tool.Write("gets.ndjson", Requests.Get("logs", "a", first), Requests.ListBuckets, Requests.Get("logs", "b", second));
        var message = $"\"@out\" '{second}' is the same file as that of the request on line 1 (index 0)";

        var run = await tool.RunAsync("run", input);
        var dry = await tool.RunAsync("run", input, "--dry-run");
        var validate = await tool.RunAsync("validate", input);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"awsbatch: {input}: line 3, column 1: {message}", run.Error, StringComparison.Ordinal);
        Assert.Equal((2, run.Error), (dry.ExitCode, dry.Error));
        Assert.Equal(1, validate.ExitCode);
        Assert.StartsWith($"{input}: line 3: s3:GetObject failed with InvalidRequest: {message}", validate.Output, StringComparison.Ordinal);
        Assert.Equal(0, aws.Wire.Requests);
        Assert.False(File.Exists(Path.Combine(tool.Home, "same")));
    }

    [Fact]
    public async Task As_the_answer_of_two_requests_is_the_error_of_the_second_in_a_stream_and_when_that_is_retried()
    {
        PutObjects();
        using var process = tool.Start("run");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteLineAsync(Requests.Get("logs", "a", "same"));
        await process.StandardInput.FlushAsync();
        await Tool.UntilAsync(() => aws.Wire.Requests == 1);
        await process.StandardInput.WriteLineAsync(Requests.Get("logs", "b", "same"));
        process.StandardInput.Close();
        var run = await Tool.EndAsync(process, output, error);
        var retry = await tool.RunAsync("retry", tool.Write("records.ndjson", run.Output));

        Assert.Equal((1, 2), (run.ExitCode, run.Records.Count));
        Assert.Contains(
            "\"@out\" 'same' is the same file as that of the request on line 1 (index 0)",
            run.Records[1].GetProperty("error").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(2, retry.ExitCode);
        Assert.Contains("'same' is the same file as that of the request on line 1 (index 0)", retry.Error, StringComparison.Ordinal);
        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Combine(tool.Home, "same")));
        Assert.Equal(1, aws.Wire.Requests);
    }

    [Fact]
    public async Task As_the_answer_of_a_request_of_another_shard_is_refused()
    {
        PutObjects();
        var input = tool.Write("gets.ndjson", Requests.Get("logs", "a", "same"), Requests.Get("logs", "b", "same"));

        Assert.Equal(0, (await tool.RunAsync("run", input, "--shard", "1/2")).ExitCode);
        Assert.Equal(2, (await tool.RunAsync("run", input, "--shard", "2/2")).ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task As_the_answer_of_one_request_and_what_another_one_is_made_of_is_refused(bool isReadFirst)
    {
        PutObjects();
        var body = tool.Write("body", "precious");
        string[] lines = [PutFile("@fileb:./body"), Requests.Get("logs", "a", "body")];
        var input = tool.Write("both.ndjson", isReadFirst ? lines : [.. lines.Reverse()]);

        var run = await tool.RunAsync("run", input);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(
            isReadFirst
                ? "line 2, column 1: \"@out\" 'body' is the file that the request on line 1 (index 0) reads"
                : "line 2, column 1: the file './body' that it reads is the \"@out\" of the request on line 1 (index 0)",
            run.Error,
            StringComparison.Ordinal);
        Assert.Equal("precious\n", await File.ReadAllTextAsync(body));
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Fact]
    public async Task Is_no_matter_where_it_is_only_read_or_an_answer_takes_the_place_of_one_of_its_names()
    {
        PutObjects();
        tool.Write("body", "old");
        if (!OperatingSystem.IsWindows())
            Link("body", "hard");
        var read = await tool.RunAsync("run", tool.Write("puts.ndjson", PutFile("@file:body"), PutFile("@file:body"), PutFile("@file:puts.ndjson")));
        var written = await tool.RunAsync("run", tool.Write("gets.ndjson", Requests.Get("logs", "a", "body"), Requests.Get("logs", "b", "hard")));

        Assert.Equal((0, 0), (read.ExitCode, written.ExitCode));
        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Combine(tool.Home, "body")));
        Assert.Equal("world", await File.ReadAllTextAsync(Path.Combine(tool.Home, "hard")));
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

    private void PutObjects()
    {
        aws.S3.CreateBucket("logs");
        aws.S3.Put("logs", "a", "hello");
        aws.S3.Put("logs", "b", "world");
    }

    private static string PutFile(string body) => Requests.Put("logs", "c").Replace("aGVsbG8=", body, StringComparison.Ordinal);

    private void Link(string from, string to)
    {
        using var link = tool.StartOther("ln", from, to);
        link.WaitForExit();
        Assert.Equal(0, link.ExitCode);
    }
}
