using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB004 to AWSB006, AWSB009 and AWSB011.</summary>
public sealed class MethodTests
{
    [Theory]
    [InlineData("void {|AWSB004:ListBuckets|}(ListBucketsRequest request);")]
    [InlineData("Task {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request);")]
    [InlineData("ref int {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request);")]
    [InlineData("ref Task<ListBucketsResponse> {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request);")]
    [InlineData("Task<ListBucketsResponse> {|AWSB004:ListBucketsAsync|}();")]
    [InlineData("Task<ListBucketsResponse> {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request, int count);")]
    [InlineData("Task<ListBucketsResponse> {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request, BatchOptions a, BatchOptions b);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB004:ListBucketsBatchAsync|}(ListBucketsRequest request);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB004:ListBucketsBatchAsync|}(IEnumerable<HeadBucketRequest> requests);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB004:ListBucketsBatchAsync|}(ListBucketsRequest[,] requests);")]
    [InlineData("IAsyncEnumerable<ListBucketsResponse> {|AWSB004:ListBucketsStreamAsync|}(IEnumerable<ListBucketsRequest> requests);")]
    [InlineData("IAsyncEnumerable<BatchPage<ListBucketsRequest, ListBucketsResponse>> {|AWSB004:ListBucketsPagesAsync|}(ListBucketsRequest request);")]
    [InlineData("IAsyncEnumerable<BatchPage<ListBucketsRequest, ListBucketsResponse>> {|AWSB004:ListBucketsPagesAsync|}(IAsyncEnumerable<ListBucketsRequest> requests);")]
    [InlineData("Task<BatchPage<ListBucketsRequest, ListBucketsResponse>> {|AWSB004:ListBucketsPagesAsync|}(IEnumerable<ListBucketsRequest> requests);")]
    [InlineData("IAsyncEnumerable<BatchPage<ListBucketsRequest, int>> {|AWSB004:ListBucketsPagesAsync|}(IEnumerable<ListBucketsRequest> requests, "
        + "Func<ListBucketsRequest, ListBucketsResponse, CancellationToken, ValueTask<int>> consume);")]
    [InlineData("T {|AWSB004:Anything|}<T>(T value) where T : struct;")]
    public async Task A_method_that_is_no_call_is_one_error_that_says_the_shapes(string method)
    {
        var message = Assert.Single(await RunAsync(method));

        Assert.Contains("Task<BatchResult<TRequest, TResponse>> of an IEnumerable<TRequest>", message);
        Assert.Contains("IAsyncEnumerable<BatchPage<TRequest, TResponse>> of an IEnumerable<TRequest>", message);
    }

    [Fact]
    public async Task Pages_of_an_operation_that_has_none()
    {
        var message = Assert.Single(await RunAsync(
            "IAsyncEnumerable<BatchPage<DeleteObjectRequest, DeleteObjectResponse>> {|AWSB004:DeleteObjectPagesAsync|}(IEnumerable<DeleteObjectRequest> requests);"));

        Assert.Equal(
            "'DeleteObjectPagesAsync' is none of the call shapes of 'DeleteObject': its answers do not come in pages, "
            + "as its request and response have no token to continue by",
            message);
    }

    [Fact]
    public async Task Pages_of_another_operations_response()
    {
        var message = Assert.Single(await RunAsync(
            "IAsyncEnumerable<BatchPage<ListBucketsRequest, HeadBucketResponse>> {|AWSB006:ListBucketsPagesAsync|}(IEnumerable<ListBucketsRequest> requests);"));

        Assert.Contains("the response of 'ListBuckets' is ListBucketsResponse", message);
    }

    [Fact]
    public async Task A_request_of_another_operation()
    {
        var messages = await RunAsync("Task<ListBucketsResponse> {|AWSB005:ListBucketsAsync|}(HeadBucketRequest request);");

        Assert.Equal(
            ["'ListBucketsAsync' takes HeadBucketRequest, but the request of 'ListBuckets' is ListBucketsRequest"],
            messages);
    }

    [Fact]
    public async Task A_response_of_another_operation()
    {
        var messages = await RunAsync("Task<HeadBucketResponse> {|AWSB006:ListBucketsAsync|}(ListBucketsRequest request);");

        Assert.Equal(
            ["'ListBucketsAsync' gives HeadBucketResponse, but the response of 'ListBuckets' is ListBucketsResponse"],
            messages);
    }

    [Fact]
    public async Task A_bad_method_of_an_inherited_interface_is_reported_where_it_is_inherited()
    {
        await AnalyzerTest.RunAsync("""
            public interface IOther
            {
                void Stop();
            }

            [AwsBatch.BatchService("s3")]
            public partial interface {|AWSB004:IBatch|} : IOther;
            """);
    }

    [Theory]
    [InlineData("Task<BatchResult<GetObjectRequest, GetObjectResponse>> {|AWSB009:GetObjectBatchAsync|}(IEnumerable<GetObjectRequest> requests);")]
    [InlineData("Task<BatchResult<GetObjectRequest, long>> {|AWSB009:GetObjectBatchAsync|}(IEnumerable<GetObjectRequest> requests);")]
    [InlineData("IAsyncEnumerable<BatchItem<GetObjectRequest, GetObjectResponse>> {|AWSB009:GetObjectStreamAsync|}(IEnumerable<GetObjectRequest> requests);")]
    [InlineData("IAsyncEnumerable<BatchItem<GetObjectRequest, GetObjectResponse>> {|AWSB009:GetObjectStreamAsync|}(IAsyncEnumerable<GetObjectRequest> requests);")]
    public async Task A_stream_response_that_would_outlive_its_slot(string method)
    {
        var message = Assert.Single(await RunAsync(method));

        Assert.EndsWith(
            "take a Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<TResult>> after the requests and give TResult",
            message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken);")]
    [InlineData("Task<BatchResult<GetObjectRequest, long>> GetObjectBatchAsync(IEnumerable<GetObjectRequest> requests, Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<long>> consume, CancellationToken cancellationToken);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, int>> ListBucketsBatchAsync(IEnumerable<ListBucketsRequest> requests, Func<ListBucketsRequest, ListBucketsResponse, CancellationToken, ValueTask<int>> consume, CancellationToken cancellationToken);")]
    public async Task A_stream_response_of_one_call_or_with_a_consumer_is_right(string method) => Assert.Empty(await RunAsync(method));

    [Theory]
    [InlineData("Task<ListBucketsResponse> {|AWSB011:ListBucketsAsync|}(ListBucketsRequest request);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB011:ListBucketsBatchAsync|}(ListBucketsRequest[] requests, BatchOptions? options = null);")]
    public async Task A_method_that_cannot_be_cancelled(string method)
    {
        var message = Assert.Single(await RunAsync(method));

        Assert.EndsWith("takes no CancellationToken, so its callers cannot cancel it", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_cannot_be_cancelled_is_not_told_where_it_is_inherited()
    {
        await AnalyzerTest.RunAsync("""
            using Amazon.S3.Model;

            public interface IBuckets
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request);
            }

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch : IBuckets;
            """);
    }

    private static Task<IReadOnlyList<string>> RunAsync(string method) => AnalyzerTest.RunAsync($$"""
        using Amazon.S3.Model;
        using AwsBatch;

        [BatchService("s3")]
        public partial interface IBatch
        {
            {{method}}

            Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request, CancellationToken cancellationToken);
        }
        """);
}
