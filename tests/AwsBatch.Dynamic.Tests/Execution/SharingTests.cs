namespace AwsBatch.Dynamic.Tests.Execution;

/// <summary>Equal requests are sent once where generated ones would be.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private Aws aws = null!;

    public async Task InitializeAsync()
    {
        aws = await Aws.StartAsync();
        aws.Endpoint.S3.CreateBucket("bucket");
        aws.Endpoint.S3.Put("bucket", "key", "content");
        aws.Endpoint.S3.Put("bucket", "other", "content");
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task Requests_that_only_read_are_sent_once_however_their_JSON_is_written()
    {
        var results = await aws.RunAsync(
            options: null,
            Head("""{"Bucket":"bucket","Key":"key","PartNumber":1}"""),
            Head("""{ "PartNumber": 1, "Key": "\u006bey", "Bucket": "bucket" }"""),
            Head("""{"Bucket":"bucket","Key":"other","PartNumber":1}"""));

        Assert.Equal([false, true, false], results.Select(item => item.Deduplicated));
        Assert.All(results, item => Assert.Null(item.Error));
        Assert.Equal(2, aws.Endpoint.Wire["s3:HeadObject"].Requests);
    }

    [Fact]
    public async Task Later_calls_share_the_answer_within_the_window()
    {
        var window = new BatchOptions { DedupeWindow = TimeSpan.FromMinutes(1) };

        var first = await aws.RunAsync(window, Head("""{"Bucket":"bucket","Key":"key"}"""));
        var second = await aws.RunAsync(window, Head("""{"Key":"key","Bucket":"bucket"}"""));

        Assert.Equal((false, true), (first[0].Deduplicated, second[0].Deduplicated));
        Assert.Equal(1, aws.Endpoint.Wire["s3:HeadObject"].Requests);
    }

    [Fact]
    public async Task Without_a_window_later_calls_are_sent()
    {
        await aws.RunAsync(options: null, Head("""{"Bucket":"bucket","Key":"key"}"""));
        var second = await aws.RunAsync(options: null, Head("""{"Bucket":"bucket","Key":"key"}"""));

        Assert.False(second[0].Deduplicated);
        Assert.Equal(2, aws.Endpoint.Wire["s3:HeadObject"].Requests);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(DedupeMode.ReadOnly, 2)]
    [InlineData(DedupeMode.Always, 1)]
    public async Task Requests_that_change_something_are_sent_each_unless_told_otherwise(DedupeMode? mode, int sent)
    {
        aws.Endpoint.Sqs.CreateQueue("queue");
        var url = $"{aws.Endpoint.Url}123456789012/queue";
        BatchRequest Send() => DynamicRequest.Create("sqs", "SendMessage", Json.Of($$"""{"QueueUrl":"{{url}}","MessageBody":"x"}"""));

        await aws.RunAsync(new BatchOptions { Dedupe = mode }, Send(), Send());

        Assert.Equal(sent, aws.Endpoint.Sqs.Count("queue"));
    }

    [Fact]
    public async Task Answers_that_go_to_files_go_to_each()
    {
        var paths = new[] { Path.GetTempFileName(), Path.GetTempFileName() };
        var requests = paths.Select(path => DynamicRequest.Create(
            "s3", "GetObject", Json.Of("""{"Bucket":"bucket","Key":"key"}"""), new DynamicRequestOptions { OutputFile = path }));

        await aws.RunAsync(options: null, [.. requests]);

        Assert.All(paths, path =>
        {
            Assert.Equal("content", File.ReadAllText(path));
            File.Delete(path);
        });
    }

    [Fact]
    public async Task What_was_made_of_a_file_is_only_the_same_as_itself()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "a");
        aws.Endpoint.DynamoDb.CreateTable("table", "id");
        var options = new DynamicRequestOptions { AllowFiles = true };
        var json = Json.Of($$"""{"TableName":"table","Key":{"id":{"S":"x"},"b":{"B":"@fileb:{{path}}"} } }""");

        var results = await aws.RunAsync(
            options: null, DynamicRequest.Create("dynamodb", "GetItem", json, options), DynamicRequest.Create("dynamodb", "GetItem", json, options));

        Assert.Equal([false, false], results.Select(item => item.Deduplicated));
        File.Delete(path);
    }

    private static BatchRequest Head(string parameters) => DynamicRequest.Create("s3", "HeadObject", Json.Of(parameters));
}
