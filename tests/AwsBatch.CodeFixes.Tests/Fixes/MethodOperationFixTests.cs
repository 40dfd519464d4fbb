using AwsBatch.CodeFixes.Fixes;
using AwsBatch.CodeFixes.Tests.Support;

namespace AwsBatch.CodeFixes.Tests.Fixes;

/// <summary>AWSB003 at a method's name.</summary>
public sealed class MethodOperationFixTests
{
    [Fact]
    public Task The_method_is_renamed_with_its_uses() => CodeFixTest<MethodOperationFix>.RunAsync(
        """
        [BatchService("s3")]
        public partial interface IBatch
        {
            Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> {|AWSB003:ListBuketsBatchAsync|}(
                IEnumerable<ListBucketsRequest> requests, CancellationToken cancellationToken = default);
        }

        internal static class Use
        {
            public static Task Call(IBatch batch) => batch.ListBuketsBatchAsync([]);
        }
        """,
        """
        [BatchService("s3")]
        public partial interface IBatch
        {
            Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> ListBucketsBatchAsync(
                IEnumerable<ListBucketsRequest> requests, CancellationToken cancellationToken = default);
        }

        internal static class Use
        {
            public static Task Call(IBatch batch) => batch.ListBucketsBatchAsync([]);
        }
        """);

    [Fact]
    public Task Or_keeps_its_name_and_gets_an_attribute() => CodeFixTest<MethodOperationFix>.RunAsync(
        """
        [BatchService("s3")]
        public partial interface IBatch
        {
            /// <summary>All of them.</summary>
            Task<ListBucketsResponse> {|AWSB003:ListBuketsAsync|}(ListBucketsRequest request, CancellationToken cancellationToken);
        }
        """,
        """
        [BatchService("s3")]
        public partial interface IBatch
        {
            /// <summary>All of them.</summary>
            [BatchOperation("ListBuckets")]
            Task<ListBucketsResponse> ListBuketsAsync(ListBucketsRequest request, CancellationToken cancellationToken);
        }
        """,
        action: 1);

    [Fact]
    public Task A_name_near_no_operation_is_left_alone() => CodeFixTest<MethodOperationFix>.RunWithoutFixAsync(
        """
        [BatchService("s3")]
        public partial interface IBatch
        {
            Task<ListBucketsResponse> {|AWSB003:EverythingAtOnceAsync|}(ListBucketsRequest request, CancellationToken cancellationToken);
        }
        """);
}
