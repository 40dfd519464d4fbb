using System.Text.Json;
using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

/// <summary>What is wrong with one request is its error and nobody else's.</summary>
public sealed class MalformedRequestTests : IAsyncLifetime
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
        await aws.DisposeAsync();
        tool.Dispose();
    }

    [Theory]
    [InlineData("""{"service":"s3","operation":"ListBuckets","id":"\ud83d"}""", "not valid Unicode")]
    [InlineData("""{"service":"\ud800","operation":"ListBuckets"}""", "not valid Unicode")]
    [InlineData("""{"service":"s3","operation":"ListBuckets","\ud800":1}""", "not valid Unicode")]
    [InlineData("""{"service":"s3","operation":"DeleteBucket","operation":"ListBuckets"}""", "\"operation\" is given twice")]
    [InlineData("""{"service":"s3","operation":"ListBuckets","region":5}""", "\"region\" must be a string.")]
    [InlineData("""{"service":"s3","operation":["ListBuckets"]}""", "\"operation\" must be a string.")]
    [InlineData("""{"service":"s3","operation":"ListBuckets","params":{"Prefix":"a"},"params":{}}""", "\"params\" is given twice")]
    public async Task Others_are_run_in_any_format(string malformed, string error)
    {
        var file = tool.Write("requests.ndjson", malformed, Requests.ListBuckets);

        var run = await tool.RunAsync("run", file);
        var table = await tool.RunAsync("run", file, "--output", "table");

        Assert.Equal((1, "", 2), (run.ExitCode, run.Error, run.Records.Count));
        Assert.Contains(error, run.Records[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, run.Records[1].GetProperty("error").ValueKind);
        Assert.Equal((1, ""), (table.ExitCode, table.Error));
        var lines = table.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains(error, lines[1], StringComparison.Ordinal);
        Assert.EndsWith("  ok", lines[2], StringComparison.Ordinal);
        Assert.Equal(2, aws.Wire.Requests);
    }

    [Fact]
    public async Task Control_characters_are_told_as_escapes()
    {
        var file = tool.Write("requests.ndjson", """{"service":"s3\u001b[2J\ns3","operation":"List\nBuckets","id":"a\u001b[31m\nb"}""");

        var run = await tool.RunAsync("run", file);
        var table = await tool.RunAsync("run", file, "--output", "table");
        var validated = await tool.RunAsync("validate", file);

        Assert.StartsWith("s3\\u001b[2J\\u000as3:List\\u000aBuckets failed", Assert.Single(run.Records).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', table.Output + validated.Output);
        Assert.Equal(2, table.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("a\\u001b[31m\\u000ab", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_a_URL_is_not_told()
    {
        var file = tool.Write(
            "requests.ndjson", """{"service":"sqs","operation":"SendMessage","params":{"QueueUrl":"http://user:secret@127.0.0.1:1/1/q","MessageBody":"x"}}""");

        var run = await tool.RunAsync("run", file, "--report", "report.html");

        Assert.DoesNotContain("secret", Assert.Single(run.Records).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await File.ReadAllTextAsync(Path.Combine(tool.Home, "report.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"index":"0","request":{},"error":"failed"}""")]
    [InlineData("""{"index":null,"request":{},"error":"failed"}""")]
    [InlineData("""{"index":0,"request":"failed","error":"failed"}""")]
    [InlineData("""{"index":-1,"request":{},"error":"failed"}""")]
    [InlineData("""{"index":0.5,"request":{},"error":"failed"}""")]
    [InlineData("""{"index":0,"request":{},"error":"failed","\ud800":1}""")]
    public async Task What_is_no_record_is_not_retried(string line)
    {
        var retry = await tool.RunWithInputAsync(line, "retry", "-");

        Assert.Equal((2, ""), (retry.ExitCode, retry.Output));
        Assert.StartsWith("awsbatch: stdin: line 1, column 1: this is no record of an output", retry.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_that_are_joined_are_not_retried_unless_they_are_parts_of_one()
    {
        static string Record(int index, string error) => $$"""{"index":{{index}},"request":{{Requests.ListBuckets}},"error":{{error}}}""";
        var joined = tool.Write("joined.ndjson", Record(0, "null"), Record(64, "\"failed\""), Record(1, "null"), Record(64, "null"));
        var shards = tool.Write("shards.ndjson", Record(1, "\"failed\""), Record(3, "null"), Record(0, "null"), Record(2, "\"failed\""));

        var refused = await tool.RunAsync("retry", joined);
        Assert.Equal(0, aws.Wire.Requests);
        var retry = await tool.RunAsync("retry", shards);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.EndsWith("joined.ndjson: line 4, column 1: index 64 is there twice: these are several outputs joined; retry them one by one.\n", refused.Error, StringComparison.Ordinal);
        Assert.Equal([1, 2], retry.Records.Select(record => record.GetProperty("index").GetInt32()));
    }

    [Fact]
    public async Task Others_are_run_beside_a_package_that_cannot_be_loaded()
    {
        Directory.CreateDirectory(Path.Combine(tool.Home, "sdk"));
        tool.Write(Path.Combine("sdk", "AWSSDK.Glue.dll"), "This cannot be loaded.");
        var file = tool.Write("requests.ndjson", """{"service":"glue","operation":"GetJobs"}""", Requests.ListBuckets);

        var run = await tool.RunAsync("run", file, "--sdk-dir", "sdk");
        var services = await tool.RunAsync("services", "--sdk-dir", "sdk");
        var service = await tool.RunAsync("services", "glue", "--sdk-dir", "sdk");

        Assert.Equal((1, "", 2), (run.ExitCode, run.Error, run.Records.Count));
        Assert.StartsWith(
            "glue:GetJobs failed with InvalidRequest: service 'glue' has a package that cannot be loaded: ",
            run.Records[0].GetProperty("error").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, run.Records[1].GetProperty("error").ValueKind);
        Assert.Equal((0, ""), (services.ExitCode, services.Error));
        Assert.Contains("AWSSDK.S3", services.Output, StringComparison.Ordinal);
        Assert.Equal((2, ""), (service.ExitCode, service.Output));
        Assert.Contains("AWSSDK.Glue.dll", service.Error, StringComparison.Ordinal);
    }
}
