using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

/// <summary>Where <c>"@out"</c> sends an answer.</summary>
public sealed class OutputFileTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private Tool tool = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        tool = Tool.For(aws);
        aws.S3.CreateBucket("logs");
        aws.S3.Put("logs", "a", "hello");
    }

    public async Task DisposeAsync()
    {
        await aws.DisposeAsync();
        tool.Dispose();
    }

    [Theory]
    [InlineData("", "\"@out\" is empty; name the file")]
    [InlineData(".", "\"@out\" '.' is a directory")]
    [InlineData("no/such/file", "\"@out\" 'no/such/file' is in a directory that does not exist")]
    [InlineData("no\\u0000path", "Null character in path")]
    [InlineData("/dev/null", "\"@out\" '/dev/null' is a device")]
    public async Task That_cannot_take_it_is_the_error_of_a_request_that_is_not_sent(string path, string error)
    {
        var run = await tool.RunWithInputAsync(Get(path), "run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(error, Assert.Single(run.Records).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Fact]
    public async Task A_link_stays_a_link_and_what_it_leads_to_is_the_answer()
    {
        var link = File.CreateSymbolicLink(Path.Combine(tool.Home, "link"), "answer.txt");

        var run = await tool.RunWithInputAsync(Get("link"), "run");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("answer.txt", new FileInfo(link.FullName).LinkTarget);
        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Combine(tool.Home, "answer.txt")));
    }

    [Fact]
    public async Task That_cannot_be_written_is_not_taken_for_the_network()
    {
        var name = new string('n', 255);

        var run = await tool.RunWithInputAsync(Get(name), "run");

        var error = Assert.Single(run.Records).GetProperty("error").GetString();
        Assert.Matches($"^s3:GetObject failed with OutputFileException: '.*{name}' cannot be written: ", error);
        Assert.DoesNotContain("network", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_finds_no_room_is_told_by_its_name()
    {
        if (OperatingSystem.IsWindows())
            return;
        aws.S3.Put("logs", "big", new string('x', 100_000));
        tool.Write("get.ndjson", Requests.Get("logs", "big", "answer.txt"));

        // No file grows beyond some KiB; the runtime's own mapping of code would count as one.
        tool.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = tool.StartOther("sh", "-c", $"trap '' XFSZ; ulimit -f 16; exec dotnet '{Tool.Program}' run get.ndjson");
        var run = await Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

        Assert.Matches(
            "^s3:GetObject failed with OutputFileException: '.*answer.txt' cannot be written: ",
            Assert.Single(run.Records).GetProperty("error").GetString());
        Assert.Empty(Directory.GetFiles(tool.Home, "answer*"));
    }

    [Fact]
    public async Task Leaves_files_of_like_names_alone()
    {
        var other = tool.Write("answer.txt.part", "the user's");

        var run = await tool.RunWithInputAsync(Get("answer.txt"), "run");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Combine(tool.Home, "answer.txt")));
        Assert.Equal("the user's\n", await File.ReadAllTextAsync(other));
        Assert.Equal(2, Directory.GetFiles(tool.Home, "answer*").Length);
    }

    [Fact]
    public async Task That_was_never_complete_leaves_nothing_behind()
    {
        aws.On("s3:GetObject").Inject(Fault.TruncateBody(), times: 1_000);

        var run = await tool.RunWithInputAsync(Get("answer.txt"), "run");

        Assert.Contains("failed with Network", Assert.Single(run.Records).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(tool.Home, "answer*"));
    }

    private static string Get(string path) => Requests.Get("logs", "a", path);
}
