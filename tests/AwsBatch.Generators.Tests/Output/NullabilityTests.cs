using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>Methods that say of what they give or take that it may be null.</summary>
public sealed class NullabilityTests
{
    private const string Disabled = "#nullable disable";

    [Theory]
    [InlineData("Task<ListBucketsResponse?> ListBucketsAsync(ListBucketsRequest request);")]
    [InlineData("Task<ListBucketsResponse>? ListBucketsAsync(ListBucketsRequest request);")]
    [InlineData("[return: System.Diagnostics.CodeAnalysis.NotNull] Task<ListBucketsResponse>? ListBucketsAsync(ListBucketsRequest request);")]
    [InlineData("ValueTask<ListBucketsResponse?> ListBucketsAsync(ListBucketsRequest request, BatchOptions? options);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse?>> ListBucketsBatchAsync(IEnumerable<ListBucketsRequest> requests);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>?> ListBucketsBatchAsync(ListBucketsRequest[] requests);")]
    [InlineData("IAsyncEnumerable<BatchItem<ListBucketsRequest, ListBucketsResponse?>?>? ListBucketsStreamAsync(IAsyncEnumerable<ListBucketsRequest> requests);")]
    [InlineData("IAsyncEnumerable<BatchPage<ListBucketsRequest, ListBucketsResponse?>> ListBucketsPagesAsync(IEnumerable<ListBucketsRequest> requests);")]
    [InlineData("Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, [System.Diagnostics.CodeAnalysis.AllowNull] BatchOptions options);")]
    [InlineData("Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, [System.Diagnostics.CodeAnalysis.DisallowNull] BatchOptions? options);")]
    public void What_is_given_may_be_said_to_be_null(string method)
    {
        Run(method);
        Run(method.Replace("?", "", StringComparison.Ordinal), Disabled);
    }

    [Theory]
    [InlineData("string?", "string?")]
    [InlineData("string?", "string")]
    [InlineData("List<string?>", "List<string>")]
    [InlineData("int?", "int?")]
    public void A_consumer_gives_what_the_result_has(string result, string made)
    {
        Run(Consuming(result, made));
        Run(Consuming(result, result).Replace("string?", "string", StringComparison.Ordinal), Disabled);
    }

    [Fact]
    public void A_consumer_may_take_what_is_never_null()
    {
        Run("""
            Task<BatchResult<HeadBucketRequest, int>> HeadBucketBatchAsync(
                IEnumerable<HeadBucketRequest> requests,
                Func<HeadBucketRequest?, HeadBucketResponse?, CancellationToken, ValueTask<int>> consume);
            """);
    }

    [Theory]
    [InlineData("Task<ListBucketsResponse> {|AWSB008:ListBucketsAsync|}(ListBucketsRequest? request, CancellationToken token);", "'request'")]
    [InlineData("Task<ListBucketsResponse> {|AWSB008:ListBucketsAsync|}([System.Diagnostics.CodeAnalysis.AllowNull] ListBucketsRequest request, CancellationToken token);", "'request'")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB008:ListBucketsBatchAsync|}(IEnumerable<ListBucketsRequest>? all, CancellationToken token);", "'all'")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB008:ListBucketsBatchAsync|}(ListBucketsRequest[]? all, CancellationToken token);", "'all'")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB008:ListBucketsBatchAsync|}(ListBucketsRequest?[] all, CancellationToken token);", "a request")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB008:ListBucketsBatchAsync|}(List<ListBucketsRequest?> all, CancellationToken token);", "a request")]
    [InlineData("IAsyncEnumerable<BatchItem<ListBucketsRequest, ListBucketsResponse>> {|AWSB008:ListBucketsStreamAsync|}(IAsyncEnumerable<ListBucketsRequest?> all, CancellationToken token);", "a request")]
    [InlineData("Task<BatchResult<HeadBucketRequest, int>> {|AWSB008:HeadBucketBatchAsync|}(IEnumerable<HeadBucketRequest> all, Func<HeadBucketRequest, HeadBucketResponse, CancellationToken, ValueTask<int>>? consume, CancellationToken token);", "'consume'")]
    public async Task What_is_taken_may_not(string method, string told)
    {
        var message = Assert.Single(await AnalyzerTest.RunAsync(Declaring(method)));

        Assert.EndsWith($"is not supported in a batch interface: {told} cannot be null", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_is_never_null_cannot_come_of_a_consumer_that_may_give_null()
    {
        await AnalyzerTest.RunAsync(Declaring(
            Consuming("string", "string?").Replace("HeadBucketBatchAsync", "{|AWSB004:HeadBucketBatchAsync|}", StringComparison.Ordinal)));
    }

    private static string Consuming(string result, string made) => $"""
        Task<BatchResult<HeadBucketRequest, {result}>> HeadBucketBatchAsync(
            IEnumerable<HeadBucketRequest> requests,
            Func<HeadBucketRequest, HeadBucketResponse, CancellationToken, ValueTask<{made}>> consume, CancellationToken token);
        """;

    private static void Run(string method, string directive = "") => GeneratorTest.Run($"{directive}\n{Declaring(method)}");

    private static string Declaring(string method) => $$"""
        using Amazon.S3.Model;
        using AwsBatch;

        [BatchService("s3")]
        public partial interface IBatch
        {
            {{method}}
        }
        """;
}
