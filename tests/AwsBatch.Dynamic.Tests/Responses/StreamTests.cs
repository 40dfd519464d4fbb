using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Dynamic.Tests.Responses;

public sealed class StreamTests : IAsyncLifetime, IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private AwsEndpoint endpoint = null!;
    private ServiceProvider provider = null!;

    public async Task InitializeAsync()
    {
        endpoint = await AwsEndpoint.StartAsync();
        endpoint.S3.CreateBucket("bucket");
        endpoint.S3.Put("bucket", "key", "content");
        endpoint.Lambda.AddFunction("echo", static input => input);
        var services = new ServiceCollection();
        services.AddAwsBatchDynamic(aws => aws.UseEndpoint(endpoint));
        provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await provider.DisposeAsync();
        await endpoint.DisposeAsync();
    }

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task What_an_answer_streams_goes_to_the_file_and_the_rest_is_shown()
    {
        var item = await RunAsync(DynamicRequest.Create(
            "s3", "GetObject", Json.Of("""{"Bucket":"bucket","Key":"key"}"""), new DynamicRequestOptions { OutputFile = path }));

        Assert.Equal("content", await File.ReadAllTextAsync(path));
        Assert.Equal(7, DynamicResponse.ToJson(item.Response!).GetProperty("ContentLength").GetInt64());
    }

    [Fact]
    public async Task A_failed_answer_leaves_the_file_as_it_was()
    {
        await File.WriteAllTextAsync(path, "before");

        var results = await provider.GetRequiredService<IAwsBatch>().RunAsync(
            [DynamicRequest.Create("s3", "GetObject", Json.Of("""{"Bucket":"bucket","Key":"no"}"""), new DynamicRequestOptions { OutputFile = path })]);

        Assert.Equal("NoSuchKey", results[0].Error!.Code);
        Assert.Contains("Bucket=bucket, Key=no", results[0].Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal("before", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_payload_goes_to_the_file_where_one_is_named_and_is_shown_in_base64()
    {
        var item = await RunAsync(DynamicRequest.Create(
            "lambda", "Invoke", Json.Of("""{"FunctionName":"echo","Payload":{"a":1}}"""), new DynamicRequestOptions { OutputFile = path }));

        Assert.Equal("""{"a":1}""", await File.ReadAllTextAsync(path));
        Assert.Equal("""{"a":1}"""u8.ToArray(), DynamicResponse.ToJson(item.Response!).GetProperty("Payload").GetBytesFromBase64());
    }

    [Fact]
    public async Task A_round_trip_by_API_names_ends_in_API_names()
    {
        await RunAsync(DynamicRequest.Create("s3", "PutObject", Json.Of("""{"Bucket":"bucket","Key":"new","Body":"aGVsbG8=","ContentType":"text/plain"}""")));

        var head = DynamicResponse.ToJson((await RunAsync(DynamicRequest.Create("s3", "HeadObject", Json.Of("""{"Bucket":"bucket","Key":"new"}""")))).Response!);
        var list = DynamicResponse.ToJson((await RunAsync(DynamicRequest.Create("s3", "ListObjectsV2", Json.Of("""{"Bucket":"bucket"}""")))).Response!);

        Assert.Equal("text/plain", head.GetProperty("ContentType").GetString());
        Assert.Equal(5, head.GetProperty("ContentLength").GetInt64());
        Assert.Equal(["key", "new"], list.GetProperty("Contents").EnumerateArray().Select(entry => entry.GetProperty("Key").GetString()));
    }

    [Fact]
    public void A_file_for_what_has_no_stream_is_a_mistake()
    {
        var request = DynamicRequest.Create("s3", "HeadObject", Json.Of("""{"Bucket":"b","Key":"k"}"""), new DynamicRequestOptions { OutputFile = path });

        Assert.Equal("@out", DynamicRequest.FindError(request)!.Path);
    }

    [Fact]
    public void An_empty_name_of_a_file_is_a_mistake()
    {
        var request = DynamicRequest.Create("s3", "GetObject", Json.Of("""{"Bucket":"b","Key":"k"}"""), new DynamicRequestOptions { OutputFile = "" });

        Assert.Equal("@out", DynamicRequest.FindError(request)?.Path);
    }

    [Fact]
    public async Task A_name_that_no_file_has_is_told_with_it()
    {
        var results = await provider.GetRequiredService<IAwsBatch>().RunAsync(
            [DynamicRequest.Create("s3", "GetObject", Json.Of("""{"Bucket":"bucket","Key":"key"}"""), new DynamicRequestOptions { OutputFile = "no\0name" })]);

        Assert.Equal("OutputFileException", results[0].Error!.Code);
    }

    private async Task<BatchItem> RunAsync(BatchRequest request)
    {
        var results = await provider.GetRequiredService<IAwsBatch>().RunAsync([request]);
        Assert.Null(results[0].Error?.ToString());
        return results[0];
    }
}
