using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB003.</summary>
public sealed class OperationNameTests
{
    [Fact]
    public async Task An_unknown_operation_is_reported_at_its_string_with_the_nearest_names()
    {
        var messages = await AnalyzerTest.RunAsync("""
            [AwsBatch.BatchService("ec2", "DescribeImages", {|AWSB003:"DescribeInstance"|}, "DescribeRegions")]
            public partial interface IBatch;
            """);

        Assert.Equal("'DescribeInstance' is no operation of 'ec2'; did you mean 'DescribeInstances'?", Assert.Single(messages));
    }

    [Theory]
    [InlineData("""("s3", operations: ["ListBuckets", {|AWSB003:"ListBukets"|}])""")]
    [InlineData("""("s3", new[] { "ListBuckets", {|AWSB003:"ListBukets"|} })""")]
    [InlineData("""("s3", new string[] { "ListBuckets", {|AWSB003:"ListBukets"|} })""")]
    [InlineData("""(operations: ["ListBuckets", {|AWSB003:"ListBukets"|}], service: "s3")""")]
    [InlineData("""("s3", {|AWSB003:Names.Wrong|}, "ListBuckets")""")]
    public async Task The_span_is_the_string_however_the_attribute_is_written(string arguments)
    {
        await AnalyzerTest.RunAsync($$"""
            [AwsBatch.BatchService{{arguments}}]
            public partial interface IBatch;

            internal static class Names
            {
                public const string Wrong = "ListBukets";
            }
            """);
    }

    [Theory]
    [InlineData("HeadObjekt", "'HeadObject'")]
    [InlineData("GetObjectMetadatas", "'GetObjectMetadata'")]
    [InlineData("HeadBucketAsync", "'HeadBucket'")]
    public async Task Api_and_SDK_names_are_both_proposed(string written, string proposed)
    {
        var messages = await AnalyzerTest.RunAsync($$"""
            [AwsBatch.BatchService("s3", {|AWSB003:"{{written}}"|})]
            public partial interface IBatch;
            """);

        Assert.Contains(proposed, Assert.Single(messages));
    }

    [Fact]
    public async Task A_wrong_operation_of_a_method_is_reported_at_its_attribute()
    {
        var messages = await AnalyzerTest.RunAsync("""
            using Amazon.S3.Model;

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch
            {
                [AwsBatch.BatchOperation({|AWSB003:"ListBukets"|})]
                Task<ListBucketsResponse> AllAsync(ListBucketsRequest request);
            }
            """);

        Assert.Equal(["'ListBukets' is no operation of 's3'; did you mean 'ListBuckets'?"], messages);
    }

    [Fact]
    public async Task A_method_named_after_no_operation_is_reported_at_its_name()
    {
        var messages = await AnalyzerTest.RunAsync("""
            using Amazon.S3.Model;

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch
            {
                Task<ListBucketsResponse> {|AWSB003:ListBucketAsync|}(ListBucketsRequest request);

                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken cancellationToken);
            }
            """);

        Assert.Contains("'ListBucket' is no operation of 's3'; did you mean 'ListBuckets'", Assert.Single(messages));
    }

    [Fact]
    public void The_good_operations_beside_a_bad_one_are_generated()
    {
        var result = GeneratorTest.RunUnchecked(GeneratorTest.Compile("""
            [AwsBatch.BatchService("s3", "ListBuckets", "ListBukets", "HeadBucket")]
            public partial interface IBatch;
            """));

        Assert.Contains("ListBucketsBatchAsync(", result["IBatch"]);
        Assert.Contains("HeadBucketBatchAsync(", result["IBatch"]);
        Assert.DoesNotContain("ListBukets", result["IBatch"]);
    }
}
