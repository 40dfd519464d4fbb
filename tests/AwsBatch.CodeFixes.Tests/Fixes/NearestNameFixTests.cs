using AwsBatch.CodeFixes.Fixes;
using AwsBatch.CodeFixes.Tests.Support;

namespace AwsBatch.CodeFixes.Tests.Fixes;

/// <summary>AWSB001, AWSB003 and AWSB012 in strings.</summary>
public sealed class NearestNameFixTests
{
    [Fact]
    public Task A_service_becomes_the_nearest_one() => CodeFixTest<NearestNameFix>.RunAsync(
        """
        [BatchService({|AWSB001:"s33"|}, "ListBuckets")]
        public partial interface IBatch;
        """,
        """
        [BatchService("s3", "ListBuckets")]
        public partial interface IBatch;
        """);

    [Fact]
    public Task An_operation_becomes_the_nearest_one_and_all_become_theirs() => CodeFixTest<NearestNameFix>.RunAsync(
        """
        [BatchService("s3", "HeadBucket", {|AWSB003:"ListBukets"|} /* all */, {|AWSB003:"HeadObjekt"|})]
        public partial interface IBatch;

        [BatchService("s3")]
        public partial interface IOther
        {
            [BatchOperation({|AWSB003:"ListBuckts"|})]
            Task<ListBucketsResponse> AllAsync(ListBucketsRequest request, CancellationToken cancellationToken);
        }
        """,
        """
        [BatchService("s3", "HeadBucket", "ListBuckets" /* all */, "HeadObject")]
        public partial interface IBatch;

        [BatchService("s3")]
        public partial interface IOther
        {
            [BatchOperation("ListBuckets")]
            Task<ListBucketsResponse> AllAsync(ListBucketsRequest request, CancellationToken cancellationToken);
        }
        """);

    [Fact]
    public Task Each_of_the_nearest_names_is_offered() => CodeFixTest<NearestNameFix>.RunAsync(
        """
        [BatchService("s3", {|AWSB003:"ListObjectV2"|})]
        public partial interface IBatch;
        """,
        """
        [BatchService("s3", "ListObjects")]
        public partial interface IBatch;
        """,
        action: 1);

    [Fact]
    public Task Names_of_dynamic_requests_become_the_nearest_ones() => CodeFixTest<NearestNameFix>.RunAsync(
        """
        internal static class Use
        {
            private static readonly BatchRequest[] Requests =
            [
                DynamicRequest.Create({|AWSB012:"s33"|}, "HeadObject", default),
                DynamicRequest.Create("s3", {|AWSB012:"ListBukets"|}, default),
            ];
        }
        """,
        """
        internal static class Use
        {
            private static readonly BatchRequest[] Requests =
            [
                DynamicRequest.Create("s3", "HeadObject", default),
                DynamicRequest.Create("s3", "ListBuckets", default),
            ];
        }
        """);

    [Fact]
    public Task Where_no_name_is_near_nothing_is_offered() => CodeFixTest<NearestNameFix>.RunWithoutFixAsync(
        """
        [BatchService({|AWSB001:"no-such-thing-at-all"|})]
        public partial interface IBatch;
        """);

    [Fact]
    public Task The_name_of_a_constant_is_left_alone() => CodeFixTest<NearestNameFix>.RunWithoutFixAsync(
        """
        [BatchService("s3", {|AWSB003:Names.Wrong|})]
        public partial interface IBatch;

        internal static class Names
        {
            public const string Wrong = "ListBukets";
        }
        """);
}
