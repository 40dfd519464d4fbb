using AwsBatch.CodeFixes.Fixes;
using AwsBatch.CodeFixes.Tests.Support;

namespace AwsBatch.CodeFixes.Tests.Fixes;

/// <summary>AWSB011.</summary>
public sealed class AddCancellationTokenFixTests
{
    [Theory]
    [InlineData(
        "Task<ListBucketsResponse> {|AWSB011:ListBucketsAsync|}(ListBucketsRequest request);",
        "Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken cancellationToken = default);")]
    [InlineData(
        "Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB011:ListBucketsBatchAsync|}(ListBucketsRequest[] requests, BatchOptions options = null);",
        "Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> ListBucketsBatchAsync(ListBucketsRequest[] requests, BatchOptions options = null, CancellationToken cancellationToken = default);")]
    [InlineData(
        "Task<ListBucketsResponse> {|AWSB011:ListBucketsAsync|}(ListBucketsRequest cancellationToken);",
        "Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest cancellationToken, CancellationToken cancellationToken1 = default);")]
    public Task The_token_is_the_last_parameter(string method, string @fixed) =>
        CodeFixTest<AddCancellationTokenFix>.RunAsync(Interface(method), Interface(@fixed));

    [Fact]
    public Task Nothing_can_follow_params() => CodeFixTest<AddCancellationTokenFix>.RunWithoutFixAsync(Interface(
        "Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB011:ListBucketsBatchAsync|}(params ListBucketsRequest[] requests);"));

    private static string Interface(string method) => $$"""
        [BatchService("s3")]
        public partial interface IBatch
        {
            {{method}}
        }
        """;
}
