using System.Text.Json;
using AwsBatch.Cli.Tests.Support;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests;

public sealed class RunTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private Tool tool = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        tool = Tool.For(aws);
        aws.S3.CreateBucket("logs");
        for (var number = 0; number < 30; number++)
            aws.S3.Put("logs", $"part-{number:00}", "hello");
    }

    public async Task DisposeAsync()
    {
        await aws.DisposeAsync();
        tool.Dispose();
    }

    [Fact]
    public async Task Records_come_in_the_order_of_requests_each_with_its_own_outcome()
    {
        aws.On("s3:HeadObject").Inject(Fault.SlowHeaders(LatencyDistribution.Constant(TimeSpan.FromMilliseconds(300))), times: 2);
        var file = tool.Write(
            "requests.ndjson",
            Requests.Head("logs", "part-00"),
            "",
            """{"service":"s3","operation":"ListObjectsV2","params":{"Bucket":"no-such-bucket"},"id":7}""",
            """{"service":"invalid-service","operation":"ListThings"}""",
            """{"service":"s3","operation":"HeadObjct","params":{}}""",
            """{"service":"s3","operation":"HeadObject","params":{"Buckt":"logs","Key":"a"}}""",
            """{"service":"s3","operation":"HeadObject","parameters":{"Bucket":"logs","Key":"a"}}""",
            """{"operation":"HeadObject"}""",
            """{"service":"ec2","operation":"describe-regions","params":null,"region":"eu-west-1"}""",
            Requests.Head("logs", "part-01"));

        var run = await tool.RunAsync("run", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal(Enumerable.Range(0, 9), run.Records.Select(record => record.GetProperty("index").GetInt32()));
        Assert.All(run.Records, record => Assert.Equal(
            ["index", "id", "request", "result", "error", "duration_ms", "attempts", "deduplicated"],
            record.EnumerateObject().Select(field => field.Name)));
        Assert.Equal(5, run.Records[0].GetProperty("result").GetProperty("ContentLength").GetInt32());
        Assert.Equal("part-00", run.Records[0].GetProperty("id").GetString());
        Assert.Equal(Requests.Head("logs", "part-00"), run.Records[0].GetProperty("request").GetRawText());
        Assert.Equal(1, run.Records[0].GetProperty("attempts").GetInt32());
        Assert.True(run.Records[0].GetProperty("duration_ms").GetDouble() >= 300);
        Assert.Equal("7", run.Records[1].GetProperty("id").GetRawText());
        Assert.Contains("NoSuchBucket", ErrorOf(run, 1), StringComparison.Ordinal);
        Assert.Contains("invalid-service", ErrorOf(run, 2), StringComparison.Ordinal);
        Assert.Contains("HeadObject", ErrorOf(run, 3), StringComparison.Ordinal);
        Assert.Contains("did you mean Bucket", ErrorOf(run, 4), StringComparison.Ordinal);
        Assert.Contains("did you mean \"params\"?", ErrorOf(run, 5), StringComparison.Ordinal);
        Assert.Contains("\"service\" is missing", ErrorOf(run, 6), StringComparison.Ordinal);
        Assert.NotEmpty(run.Records[7].GetProperty("result").GetProperty("Regions").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, run.Records[8].GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task Streams_and_bodies_go_to_and_come_from_files()
    {
        await File.WriteAllTextAsync(Path.Combine(tool.Home, "body.txt"), "from a file");
        var run = await tool.RunWithInputAsync(
            """
            {"service":"s3","operation":"PutObject","params":{"Bucket":"logs","Key":"b","Body":"@fileb:body.txt"}}
            {"service":"s3","operation":"GetObject","params":{"Bucket":"logs","Key":"part-03"},"@out":"part-03.txt"}
            """,
            "run", "--endpoint-url", aws.Url.ToString());

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("from a file", System.Text.Encoding.UTF8.GetString(aws.S3.Get("logs", "b")!.Value.Span));
        Assert.Equal("hello", await File.ReadAllTextAsync(Path.Combine(tool.Home, "part-03.txt")));
    }

    [Fact]
    public async Task All_pages_are_one_answer()
    {
        var line = """{"service":"s3","operation":"ListObjectsV2","params":{"Bucket":"logs","MaxKeys":7}}""";
        var run = await tool.RunWithInputAsync(line, "run", "--all-pages");

        var result = Assert.Single(run.Records).GetProperty("result");
        Assert.Equal(30, result.GetProperty("Contents").EnumerateArray().Select(item => item.GetProperty("Key").GetString()).Distinct().Count());
        Assert.Equal(30, result.GetProperty("KeyCount").GetInt32());
        Assert.False(result.TryGetProperty("NextContinuationToken", out _));
        Assert.Equal(5, run.Records[0].GetProperty("attempts").GetInt32());
        Assert.Equal(5, aws.Wire["s3:ListObjectsV2"].Requests);
    }

    [Fact]
    public async Task Equal_reads_are_sent_once_and_changes_each_time()
    {
        aws.On("s3:HeadObject").Latency = LatencyDistribution.Constant(TimeSpan.FromMilliseconds(500));
        var lines = Enumerable.Repeat(Requests.Head("logs", "part-01"), 5).Concat(Enumerable.Repeat(Requests.Put("logs", "x"), 5));

        var run = await tool.RunWithInputAsync(string.Join('\n', lines), "run", "--concurrency", "20");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, aws.Wire["s3:HeadObject"].Requests);
        Assert.Equal(5, aws.Wire["s3:PutObject"].Requests);
        Assert.Equal(4, run.Records.Count(record => record.GetProperty("deduplicated").GetBoolean()));
    }

    [Fact]
    public async Task A_shard_is_every_nth_request_under_its_own_index()
    {
        var file = tool.Write("heads.ndjson", [.. Enumerable.Range(0, 10).Select(number => Requests.Head("logs", $"part-{number:00}"))]);

        var run = await tool.RunAsync("run", file, "--shard", "2/3");

        Assert.Equal([1, 4, 7], run.Records.Select(record => record.GetProperty("index").GetInt32()));
    }

    [Fact]
    public async Task The_first_failure_ends_a_fail_fast_run_with_3()
    {
        var lines = Enumerable.Range(0, 200).Select(number => Requests.Head(number == 0 ? "nobodys" : "logs", $"part-{number % 30:00}"));
        var run = await tool.RunAsync("run", tool.Write("heads.ndjson", [.. lines]), "--fail-fast", "--concurrency", "1", "--output", "json");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Batch failed: s3:HeadObject", run.Error, StringComparison.Ordinal);
        var records = JsonElement.Parse(run.Output).EnumerateArray().ToList();
        Assert.Contains(records, record => record.GetProperty("index").GetInt32() == 0 && record.GetProperty("error").GetString() is not null);
        Assert.True(records.Count < 10);
    }

    [Theory]
    [InlineData("""{"service":"s3","operation":"HeadObject"}""", "params.Bucket is missing")]
    [InlineData("""{"service":"s4","operation":"HeadObject"}""", "service 's4' is not known")]
    public async Task A_request_that_cannot_be_sent_ends_a_fail_fast_run_too(string line, string error)
    {
        var file = tool.Write("heads.ndjson", [line, .. Enumerable.Range(0, 200).Select(number => Requests.Head("logs", $"part-{number % 30:00}"))]);

        var run = await tool.RunAsync("run", file, "--fail-fast", "--concurrency", "1");

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("awsbatch: Batch failed: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Contains(error, ErrorOf(run, 0), StringComparison.Ordinal);
        Assert.True(run.Records.Count < 10);
    }

    [Fact]
    public async Task A_dry_run_counts_operations_the_most_frequent_first()
    {
        var run = await tool.RunWithInputAsync(
            string.Join('\n', Requests.Put("logs", "a"), Requests.Head("logs", "a"), Requests.Put("logs", "b"), Requests.Delete("logs", "b")), "run", "--dry-run");

        Assert.Equal(
            ["2  s3:PutObject", "1  s3:DeleteObject", "1  s3:HeadObject"],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1..]);
    }

    [Fact]
    public async Task A_dry_run_sends_nothing_and_says_what_would_be_sent()
    {
        var file = tool.Write("clean.ndjson", Requests.Delete("logs", "a"), Requests.Head("logs", "a"), """{"service":"s3","operation":"DeleteObject"}""");

        var run = await tool.RunAsync("run", file, "--dry-run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2 requests would be sent, 1 of which may change something; 1 would not.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Bucket", ErrorOf(run, 2), StringComparison.Ordinal);
        Assert.Equal(0, aws.Wire.Requests);
    }

    [Fact]
    public async Task A_dry_run_says_where_its_output_is_full()
    {
        var run = await tool.RunWithInputAsync(Requests.ListBuckets, "run", "--dry-run", "--out", "/dev/full");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("awsbatch: the output cannot be written: No space left", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_in_an_output_is_run_again()
    {
        var file = tool.Write("heads.ndjson", Requests.Head("logs", "part-00"), Requests.Head("later", "a"), Requests.Head("later", "b"));
        await tool.RunAsync("run", file, "--out", "first.ndjson", "--output", "json");
        aws.S3.CreateBucket("later");
        aws.S3.Put("later", "b", "hello");

        var retry = await tool.RunAsync("retry", Path.Combine(tool.Home, "first.ndjson"));

        Assert.Equal(1, retry.ExitCode);
        Assert.Equal([1, 2], retry.Records.Select(record => record.GetProperty("index").GetInt32()));
        Assert.Equal(JsonValueKind.Null, retry.Records[1].GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task Without_region_or_credentials_each_request_says_so()
    {
        using var bare = Tool.For(null);
        var run = await bare.RunWithInputAsync(Requests.ListBuckets + "\n" + """{"service":"invalid-service","operation":"X"}""", "run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No AWS region is set", ErrorOf(run, 0), StringComparison.Ordinal);
        Assert.Contains("invalid-service", ErrorOf(run, 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In awsbatch: --region, or \"region\" in the request.", "--region", "no region")]
    [InlineData("In awsbatch: --profile, or \"profile\" in the request.", "--profile", "nobody")]
    [InlineData("In awsbatch: --timeout; --concurrency.", "--timeout", "300ms")]
    public async Task What_the_core_calls_its_options_is_told_with_the_flags_for_them(string flags, params string[] arguments)
    {
        aws.On("s3:ListBuckets").Latency = LatencyDistribution.Constant(TimeSpan.FromSeconds(30));

        var run = await tool.RunWithInputAsync(Requests.ListBuckets, ["run", .. arguments]);
        var failFast = await tool.RunWithInputAsync(Requests.ListBuckets, ["run", "--fail-fast", .. arguments]);

        Assert.EndsWith(flags, ErrorOf(run, 0), StringComparison.Ordinal);
        Assert.Equal($"awsbatch: Batch failed: {ErrorOf(failFast, 0)}\n", failFast.Error);
    }

    [Theory]
    [InlineData("", "", "ndjson")]
    [InlineData("[]", "[]\n", "json")]
    [InlineData(" \n\n", "", "table")]
    public async Task No_requests_are_no_failure(string input, string output, string format)
    {
        var run = await tool.RunWithInputAsync(input, "run", "--output", format);

        Assert.Equal((0, output, ""), (run.ExitCode, run.Output, run.Error));
    }

    private static string ErrorOf(ToolResult run, int index) => run.Records[index].GetProperty("error").GetString()!;

    [Theory]
    [InlineData("eu-west-1", "eu-west-1")]
    [InlineData("", "us-east-2")]
    public async Task The_environments_region_has_two_names_of_which_the_SDKs_goes_first(string region, string expected)
    {
        tool.Environment["AWS_REGION"] = region;
        tool.Environment["AWS_DEFAULT_REGION"] = "us-east-2";
        string? signedFor = null;
        aws.On("sts:*").Observe(request => signedFor = request.SigningRegion);

        await tool.RunWithInputAsync("""{"service":"sts","operation":"GetCallerIdentity"}""", "run");

        Assert.Equal(expected, signedFor);
    }

    [Fact]
    public async Task A_services_own_endpoint_goes_before_that_of_all()
    {
        tool.Environment["AWS_ENDPOINT_URL_S3"] = tool.Environment["AWS_ENDPOINT_URL"];
        tool.Environment["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";

        var own = await tool.RunWithInputAsync(Requests.ListBuckets, "run");
        var given = await tool.RunWithInputAsync(Requests.ListBuckets, "run", "--endpoint-url", "http://127.0.0.1:1", "--timeout", "1s");

        Assert.Equal((0, 1), (own.ExitCode, aws.Wire["s3:ListBuckets"].Requests));
        Assert.Equal(1, given.ExitCode);
    }

    [Fact]
    public async Task A_profiles_own_endpoint_is_its_requests()
    {
        var (keys, url) = (aws.Credentials.GetCredentials(), tool.Environment["AWS_ENDPOINT_URL"]);
        tool.Environment.Remove("AWS_ENDPOINT_URL");
        tool.Environment["AWS_SHARED_CREDENTIALS_FILE"] = tool.Write(
            "credentials", "[local]", $"aws_access_key_id = {keys.AccessKey}", $"aws_secret_access_key = {keys.SecretKey}", "[nowhere]");
        tool.Environment["AWS_CONFIG_FILE"] = tool.Write(
            "config", "[profile local]", $"endpoint_url = {url}", "[profile nowhere]", "endpoint_url = http://127.0.0.1:1");
        tool.Environment["AWS_PROFILE"] = "nowhere";

        var ofRun = await tool.RunWithInputAsync(Requests.ListBuckets, "run", "--profile", "local");
        var ofRequest = await tool.RunWithInputAsync("""{"service":"s3","operation":"ListBuckets","profile":"local"}""", "run");

        Assert.Equal((0, 0), (ofRun.ExitCode, ofRequest.ExitCode));
        Assert.Equal(2, aws.Wire["s3:ListBuckets"].Requests);
    }
}
