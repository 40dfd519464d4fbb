using System.Text.Json;
using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly Tool tool = Tool.For(null);

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("--concurrency '0' is not a whole number from 1", "run", "--concurrency", "0")]
    [InlineData("--concurrency 'many' is not a whole number from 1", "run", "--concurrency", "many")]
    [InlineData("--initial-concurrency '1.5' is not a whole number from 1", "run", "--initial-concurrency", "1.5")]
    [InlineData("--port '65536' is not a whole number from 0 to 65535", "emulator", "--port", "65536")]
    [InlineData("--port 'x' is not a whole number from 0 to 65535", "emulator", "--port", "x")]
    [InlineData("--shard '3/2' is not i/n", "run", "--shard", "3/2")]
    [InlineData("--timeout 'soon' is not a time", "run", "--timeout", "soon")]
    [InlineData("--timeout '25d' is not a time more than zero and up to 24d", "run", "--timeout", "25d")]
    [InlineData("--timeout '0.00001ms' is not a time more than zero", "run", "--timeout", "0.00001ms")]
    [InlineData("--max-rps '1,5' is not a number above zero", "run", "--max-rps", "1,5")]
    [InlineData("--max-rps '0' is not a number above zero", "run", "--max-rps", "0")]
    [InlineData("--max-rps 'Infinity' is not a number above zero", "run", "--max-rps", "Infinity")]
    [InlineData("--endpoint-url 'localhost:1' is not", "run", "--endpoint-url", "localhost:1")]
    [InlineData("--endpoint-url 'http://localhost:1/?x=1' is not", "run", "--endpoint-url", "http://localhost:1/?x=1")]
    [InlineData("--resume needs --checkpoint", "run", "--resume")]
    [InlineData("'missing.ndjson' cannot be read", "run", "missing.ndjson")]
    [InlineData("--sdk-dir 'nowhere' is not a directory", "run", "--sdk-dir", "nowhere")]
    [InlineData("'--conc' is neither a flag nor a file", "run", "--conc", "2")]
    [InlineData("--fail-fast 'maybe' is neither true nor false", "run", "--fail-fast=maybe")]
    [InlineData("-y 'no' is neither true nor false", "run", "-y:no", "/dev/null")]
    [InlineData("--reset 'all' is neither true nor false", "stats", "--reset=all")]
    public async Task Bad_usage_exits_with_2_and_says_what_would_be_right(string message, params string[] arguments)
    {
        var run = await tool.RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services")]
    [InlineData("stats")]
    [InlineData("completion", "bash")]
    [InlineData("validate", "/dev/null")]
    [InlineData("--help")]
    public async Task A_full_disk_is_said_in_a_line(params string[] arguments)
    {
        var run = await RunInShellAsync($"exec dotnet '{Tool.Program}' {string.Join(' ', arguments)} > /dev/full");

        Assert.Equal((1, "awsbatch: No space left on device\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_is_bad_usage()
    {
        var run = await RunInShellAsync($"exec dotnet '{Tool.Program}' run < /");

        Assert.Equal((2, "awsbatch: 'stdin' cannot be read: Is a directory\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Statistics_that_nobody_reads_end_quietly()
    {
        using var process = tool.Start("stats");
        process.StandardOutput.Close();

        var run = await Tool.EndAsync(process, Task.FromResult(""), process.StandardError.ReadToEndAsync());

        Assert.Equal((141, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Statistics_are_asked_for_as_far_back_as_they_may_be() =>
        Assert.Equal(0, (await tool.RunAsync("stats", "--since", "90d")).ExitCode);

    private Task<ToolResult> RunInShellAsync(string command)
    {
        var process = tool.StartOther("sh", "-c", command);
        return Tool.EndAsync(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task Help_has_examples_and_the_version_is_a_version()
    {
        Assert.Contains("awsbatch retry records.ndjson", (await tool.RunAsync("--help")).Output, StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", (await tool.RunAsync("--version")).Output);
    }

    [Fact]
    public async Task One_request_is_not_told_of_as_several()
    {
        var file = tool.Write("one.ndjson", Requests.ListBuckets);

        var validate = await tool.RunAsync("validate", file);
        var dry = await tool.RunAsync("run", file, "--dry-run");

        Assert.Equal($"{file}: 1 request, 0 with mistakes.\n", validate.Output);
        Assert.StartsWith("1 request would be sent, ", dry.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_says_ok_of_nothing_that_was_not_sent()
    {
        var file = tool.Write("two.ndjson", Requests.ListBuckets, Requests.ListBuckets);

        var dry = await tool.RunAsync("run", file, "--dry-run", "--output", "table");

        Assert.Equal(["outcome", "not sent", "not sent"], dry.Output.TrimEnd().Split('\n').Select(static line => line.Split("  ")[^1]));
    }

    [Fact]
    public async Task Validate_finds_mistakes_by_line()
    {
        var file = tool.Write("requests.ndjson", Requests.ListBuckets, "", """{"service":"s4","operation":"ListBuckets"}""");

        var run = await tool.RunAsync("validate", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 3: s4:ListBuckets failed with InvalidRequest: service 's4' is not known; did you mean s3", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 requests, 1 with mistakes.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_and_their_operations_are_listed_with_their_kind()
    {
        var services = await tool.RunAsync("services");
        var operations = await tool.RunAsync("services", "s3");

        Assert.All(
            ["dynamodb", "ec2", "kms", "lambda", "s3", "sqs", "ssm", "sso", "sso-oidc", "sts"],
            name => Assert.Matches($"(?m)^{name} ", services.Output));
        Assert.Matches(@"(?m)^ListObjectsV2 +read, pageable$", operations.Output);
        Assert.Matches(@"(?m)^PutObject +write$", operations.Output);
        Assert.Matches(@"(?m)^GetObject +read, streaming$", operations.Output);
    }

    [Fact]
    public async Task The_emulator_serves_until_it_is_interrupted_and_stats_know_the_run()
    {
        using var emulator = tool.Start("emulator");
        var url = await emulator.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        var exports = new[] { await emulator.StandardOutput.ReadLineAsync(), await emulator.StandardOutput.ReadLineAsync() }
            .SelectMany(line => line!["export ".Length..].Split(' '))
            .ToDictionary(pair => pair.Split('=', 2)[0], pair => pair.Split('=', 2)[1]);
        tool.Environment["AWS_ACCESS_KEY_ID"] = exports["AWS_ACCESS_KEY_ID"];
        tool.Environment["AWS_SECRET_ACCESS_KEY"] = exports["AWS_SECRET_ACCESS_KEY"];
        tool.Environment["AWS_REGION"] = "eu-west-1";
        var requests = Requests.ListBuckets + "\n" + """{"service":"ec2","operation":"DescribeRegions"}""" + "\n" + Requests.Head("nobodys", "a");

        var run = await tool.RunWithInputAsync(requests, "run", "--endpoint-url", url!);
        var stats = await tool.RunAsync("stats", "--since", "1h", "--output", "json");
        var one = await tool.RunAsync("stats", "--operation", "ListBuckets", "--reset");
        var none = await tool.RunAsync("stats", "--output", "ndjson");
        Tool.Interrupt(emulator);
        await emulator.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(1, run.ExitCode);
        var operations = JsonElement.Parse(stats.Output).EnumerateArray().ToDictionary(entry => entry.GetProperty("operation").GetString()!);
        Assert.Equal(["ec2:DescribeRegions", "s3:HeadObject", "s3:ListBuckets"], operations.Keys);
        Assert.Equal(1, operations["s3:ListBuckets"].GetProperty("count").GetInt32());
        Assert.Equal(1, operations["s3:HeadObject"].GetProperty("errors").GetInt32());
        Assert.True(operations["ec2:DescribeRegions"].GetProperty("p50_ms").GetDouble() > 0);
        Assert.Contains("s3:ListBuckets", one.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ec2:DescribeRegions", one.Output, StringComparison.Ordinal);
        Assert.Equal("", none.Output);
        Assert.Equal(0, emulator.ExitCode);
    }
}
