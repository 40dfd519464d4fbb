using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests.Report;

/// <summary><c>awsbatch run … --report FILE.html</c>.</summary>
public sealed class ReportFileTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private Tool tool = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        tool = Tool.For(aws);
    }

    public async Task DisposeAsync()
    {
        tool.Dispose();
        await aws.DisposeAsync();
    }

    [Fact]
    public async Task The_page_says_what_was_run_and_keeps_to_itself_what_was_sent()
    {
        tool.Write(
            "requests.ndjson",
            Requests.Put("bucket", "key"),
            Requests.Head("bucket", "missing"),
            """{"service":"ssm","operation":"PutParameter","params":{"Name":"/password","Value":"hunter2","Type":"SecureString"}}""");

        var result = await tool.RunAsync("run", "requests.ndjson", "--yes", "--report", "run.html");

        Assert.Equal(1, result.ExitCode);
        var page = await File.ReadAllTextAsync(Path.Combine(tool.Home, "run.html"));
        Assert.Contains("3 requests in", page, StringComparison.Ordinal);
        Assert.Contains("s3:HeadObject", page, StringComparison.Ordinal);
        Assert.Contains("Bucket=bucket, Key=missing", page, StringComparison.Ordinal);
        Assert.Contains("requests.ndjson", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("aGVsbG8=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(aws.Credentials.GetCredentials().AccessKey, page, StringComparison.Ordinal);
        Assert.Equal(["run.html"], Directory.GetFiles(tool.Home, "run.html*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_that_is_called_as_an_unfinished_page_might_be_is_left_alone()
    {
        tool.Write("requests.ndjson", Requests.ListBuckets);
        var note = tool.Write("run.html.part", "mine");

        var result = await tool.RunAsync("run", "requests.ndjson", "--report", "run.html");
        var joined = await tool.RunAsync("run", "requests.ndjson", "--report", "all.html", "--out", "all.html.part");

        Assert.Equal((0, 0), (result.ExitCode, joined.ExitCode));
        Assert.Equal("mine\n", await File.ReadAllTextAsync(note));
        Assert.Single(ToolResult.RecordsOf(await File.ReadAllTextAsync(Path.Combine(tool.Home, "all.html.part"))));
    }

    [Fact]
    public async Task A_run_that_fails_fast_has_its_page_too_in_place_of_an_earlier_one()
    {
        tool.Write("run.html", "earlier");
        tool.Write("requests.ndjson", Requests.Head("bucket", "missing"));

        var result = await tool.RunAsync("run", "requests.ndjson", "--fail-fast", "--report", "run.html");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(Path.Combine(tool.Home, "run.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no/such/directory/run.html")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_file_that_cannot_be_written_is_told_before_anything_is_sent(string path)
    {
        tool.Write("requests.ndjson", Requests.ListBuckets);

        var result = await tool.RunAsync("run", "requests.ndjson", "--report", path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"--report '{path}' cannot be written", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Fact]
    public async Task A_link_stays_a_link_and_what_it_leads_to_is_the_page()
    {
        tool.Write("requests.ndjson", Requests.ListBuckets);
        tool.Write("page.html", "earlier");
        var link = File.CreateSymbolicLink(Path.Combine(tool.Home, "run.html"), "page.html");

        var result = await tool.RunAsync("run", "requests.ndjson", "--report", "run.html");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("page.html", new FileInfo(link.FullName).LinkTarget);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(Path.Combine(tool.Home, "page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_standard_error_and_other_devices_are_written_to()
    {
        tool.Write("requests.ndjson", Requests.ListBuckets);

        var result = await tool.RunAsync("run", "requests.ndjson", "--report", "/dev/stderr");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_finds_no_room_after_all_is_a_failure_of_its_own()
    {
        tool.Write("requests.ndjson", Requests.ListBuckets);

        var result = await tool.RunAsync("run", "requests.ndjson", "--report", "/dev/full");

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Records);
        Assert.StartsWith("awsbatch: the report cannot be written: No space left", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_pipe_is_written_to()
    {
        tool.Write("requests.ndjson", Requests.ListBuckets);
        var pipe = Path.Combine(tool.Home, "pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();
        var reading = Task.Run(() =>
        {
            using var reader = new StreamReader(File.Open(pipe, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd();
        });

        var result = await tool.RunAsync("run", "requests.ndjson", "--report", "pipe");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("<!DOCTYPE html>", await reading.WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_run_there_is_nothing_to_report()
    {
        tool.Write("requests.ndjson", Requests.ListBuckets);

        var result = await tool.RunAsync("run", "requests.ndjson", "--dry-run", "--report", "run.html");

        Assert.Equal(2, result.ExitCode);
        Assert.False(File.Exists(Path.Combine(tool.Home, "run.html")));
    }
}
