using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB004 to AWSB006.</summary>
public sealed class MethodTests
{
    [Theory]
    [InlineData("void {|AWSB004:ListBuckets|}(ListBucketsRequest request);")]
    [InlineData("Task {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request);")]
    [InlineData("ref int {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request);")]
    [InlineData("Task<ListBucketsResponse> {|AWSB004:ListBucketsAsync|}();")]
    [InlineData("Task<ListBucketsResponse> {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request, int count);")]
    [InlineData("Task<ListBucketsResponse> {|AWSB004:ListBucketsAsync|}(ListBucketsRequest request, BatchOptions a, BatchOptions b);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB004:ListBucketsBatchAsync|}(ListBucketsRequest request);")]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB004:ListBucketsBatchAsync|}(IEnumerable<HeadBucketRequest> requests);")]
    [InlineData("IAsyncEnumerable<ListBucketsResponse> {|AWSB004:ListBucketsStreamAsync|}(IEnumerable<ListBucketsRequest> requests);")]
    [InlineData("T {|AWSB004:Anything|}<T>(T value) where T : struct;")]
    public async Task A_method_that_is_no_call_is_one_error_that_says_the_shapes(string method)
    {
        var message = Assert.Single(await RunAsync(method));

        Assert.Contains("Task<BatchResult<TRequest, TResponse>> of an IEnumerable<TRequest>", message);
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

    private static Task<IReadOnlyList<string>> RunAsync(string method) => AnalyzerTest.RunAsync($$"""
        using Amazon.S3.Model;
        using AwsBatch;

        [BatchService("s3")]
        public partial interface IBatch
        {
            {{method}}

            Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request);
        }
        """);
}
