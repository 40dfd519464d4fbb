using AwsBatch.CodeFixes.Fixes;
using AwsBatch.CodeFixes.Tests.Support;

namespace AwsBatch.CodeFixes.Tests.Fixes;

/// <summary>AWSB005 and AWSB006.</summary>
public sealed class SignatureTypeFixTests
{
    [Theory]
    [InlineData(
        "Task<ListBucketsResponse> {|AWSB005:ListBucketsAsync|}(HeadBucketRequest request, CancellationToken stop);",
        "Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken stop);")]
    [InlineData(
        "Task<BatchResult<HeadBucketRequest, ListBucketsResponse>> {|AWSB005:ListBucketsBatchAsync|}(HeadBucketRequest[] requests, CancellationToken stop);",
        "Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> ListBucketsBatchAsync(ListBucketsRequest[] requests, CancellationToken stop);")]
    [InlineData(
        "IAsyncEnumerable<BatchItem<Amazon.S3.Model.HeadBucketRequest, ListBucketsResponse>> {|AWSB005:ListBucketsStreamAsync|}(IEnumerable<HeadBucketRequest> requests, CancellationToken stop);",
        "IAsyncEnumerable<BatchItem<ListBucketsRequest, ListBucketsResponse>> ListBucketsStreamAsync(IEnumerable<ListBucketsRequest> requests, CancellationToken stop);")]
    public Task The_request_becomes_the_operation_s_wherever_it_stands(string method, string @fixed) =>
        CodeFixTest<SignatureTypeFix>.RunAsync(Interface(method), Interface(@fixed));

    [Theory]
    [InlineData(
        "Task<HeadBucketResponse> {|AWSB006:ListBucketsAsync|}(ListBucketsRequest request, CancellationToken stop);",
        "Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken stop);")]
    [InlineData(
        "Task<string> {|AWSB006:ListBucketsAsync|}(ListBucketsRequest request, CancellationToken stop);",
        "Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken stop);")]
    [InlineData(
        "Task<Amazon.S3.Model.HeadBucketResponse?> {|AWSB006:ListBucketsAsync|}(ListBucketsRequest request, CancellationToken stop);",
        "Task<ListBucketsResponse?> ListBucketsAsync(ListBucketsRequest request, CancellationToken stop);")]
    [InlineData(
        "Task<int?> {|AWSB006:ListBucketsAsync|}(ListBucketsRequest request, CancellationToken stop);",
        "Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken stop);")]
    [InlineData(
        "Task<BatchResult<GetObjectRequest, long>> {|AWSB006:GetObjectBatchAsync|}(IEnumerable<GetObjectRequest> requests, System.Func<GetObjectRequest, HeadBucketResponse, CancellationToken, ValueTask<long>> consume, CancellationToken stop);",
        "Task<BatchResult<GetObjectRequest, long>> GetObjectBatchAsync(IEnumerable<GetObjectRequest> requests, System.Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<long>> consume, CancellationToken stop);")]
    [InlineData(
        "IAsyncEnumerable<BatchItem<GetObjectRequest, string>> {|AWSB006:GetObjectStreamAsync|}(IEnumerable<GetObjectRequest> requests, System.Func<GetObjectRequest, string, CancellationToken, ValueTask<string>> consume, CancellationToken stop);",
        "IAsyncEnumerable<BatchItem<GetObjectRequest, string>> GetObjectStreamAsync(IEnumerable<GetObjectRequest> requests, System.Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<string>> consume, CancellationToken stop);")]
    public Task The_response_becomes_the_operation_s_wherever_it_stands(string method, string @fixed) =>
        CodeFixTest<SignatureTypeFix>.RunAsync(Interface(method), Interface(@fixed));

    [Fact]
    public Task All_are_fixed_at_once() => CodeFixTest<SignatureTypeFix>.RunAsync(
        Interface(
            """
            Task<ListBucketsResponse> {|AWSB005:ListBucketsAsync|}(HeadBucketRequest request, CancellationToken stop);

                Task<HeadBucketResponse> {|AWSB005:HeadBucketAsync|}(ListBucketsRequest request, CancellationToken stop);
            """),
        Interface(
            """
            Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken stop);

                Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request, CancellationToken stop);
            """));

    private static string Interface(string members) => $$"""
        [BatchService("s3")]
        public partial interface IBatch
        {
            {{members}}
        }
        """;

    [Fact]
    public Task Comments_beside_the_type_stay() => CodeFixTest<SignatureTypeFix>.RunAsync(
        """
        [BatchService("s3")]
        public partial interface IBatch
        {
            Task<ListBucketsResponse> {|AWSB005:ListBucketsAsync|}(/* all */ HeadBucketRequest /* of them */ request, CancellationToken cancellationToken);
        }
        """,
        """
        [BatchService("s3")]
        public partial interface IBatch
        {
            Task<ListBucketsResponse> ListBucketsAsync(/* all */ ListBucketsRequest /* of them */ request, CancellationToken cancellationToken);
        }
        """);
}
