using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB010. The generated one of two members that collide is left out, so that the compiler has nothing to add.</summary>
public sealed class CollisionTests
{
    [Fact]
    public async Task A_declared_method_named_as_a_factory()
    {
        var messages = await RunAsync("Task<HeadBucketResponse> {|AWSB010:HeadBucket|}(HeadBucketRequest request, CancellationToken cancellationToken);");

        Assert.Equal(
            ["'HeadBucket' has the name of 'HeadBucket', generated for the operation 'HeadBucket', which is left out: rename 'HeadBucket'"],
            messages);
    }

    [Theory]
    [InlineData("[BatchOperation(\"ListBuckets\")] Task<ListBucketsResponse> {|AWSB010:HeadBucket|}(ListBucketsRequest request, CancellationToken cancellationToken);")]
    [InlineData("void {|AWSB010:HeadBucketAsync|}(HeadBucketRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();")]
    [InlineData("[BatchOperation(\"HeadBucket\")] IAsyncEnumerable<BatchItem<HeadBucketRequest, HeadBucketResponse>> {|AWSB010:HeadBucketBatchAsync|}(IEnumerable<HeadBucketRequest> requests, BatchOptions options, CancellationToken cancellationToken);")]
    [InlineData("public class {|AWSB010:HeadBucket|};")]
    [InlineData("public class {|AWSB010:HeadBucketStreamAsync|};")]
    [InlineData("public static int {|AWSB010:HeadBucketAsync|} => 1;")]
    public async Task What_is_declared_collides_with_a_member_of_a_named_operation(string member)
    {
        Assert.Contains("generated for the operation 'HeadBucket'", Assert.Single(await RunAsync(member)));
    }

    [Theory]
    [InlineData("Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request, CancellationToken cancellationToken);")]
    [InlineData("[BatchOperation(\"ListBuckets\")] Task<ListBucketsResponse> HeadBucketAsync(ListBucketsRequest request, CancellationToken cancellationToken);")]
    [InlineData("void HeadBucketAsync(string bucket) => HeadBucketAsync(new HeadBucketRequest { BucketName = bucket });")]
    [InlineData("Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request, TimeSpan timeout) => throw new NotSupportedException();")]
    [InlineData("Task<HeadBucketResponse> HeadBucketAsync(in HeadBucketRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();")]
    [InlineData("void HeadBucketBatchAsync(IEnumerable<HeadBucketRequest> requests, TimeSpan timeout, CancellationToken cancellationToken) => throw new NotSupportedException();")]
    [InlineData("static BatchRequest<HeadBucketRequest, HeadBucketResponse> HeadBucket(HeadBucketRequest request) => throw new NotSupportedException();")]
    public async Task Replacements_and_overloads_do_not_collide(string member) => Assert.Empty(await RunAsync(member));

    [Theory]
    [InlineData("void {|AWSB004:HeadBucketAsync|}(HeadBucketRequest request, CancellationToken cancellationToken);")]
    [InlineData("void {|AWSB004:HeadBucket|}(HeadBucketRequest request);")]
    [InlineData("int {|AWSB008:HeadBucketAsync|} { get; }")]
    public async Task A_member_that_is_an_error_already_is_not_another(string member) => Assert.Single(await RunAsync(member));

    [Theory]
    [InlineData("HeadBucket")]
    [InlineData("HeadBucketAsync")]
    [InlineData("HeadBucketStreamAsync")]
    public async Task An_interface_named_as_a_member_of_its_operation(string name)
    {
        await AnalyzerTest.RunAsync($$"""
            [AwsBatch.BatchService("s3", "HeadBucket")]
            public partial interface {|AWSB010:{{name}}|};
            """);
    }

    [Fact]
    public async Task A_method_of_an_inherited_interface_is_told_where_it_is_inherited_and_not_again()
    {
        await AnalyzerTest.RunAsync("""
            using Amazon.S3.Model;

            public interface IBuckets
            {
                Task<HeadBucketResponse> HeadBucket(HeadBucketRequest request);
            }

            [AwsBatch.BatchService("s3")]
            public partial interface {|AWSB010:IBatch|} : IBuckets;
            """);
        await AnalyzerTest.RunAsync("""
            using Amazon.S3.Model;

            [AwsBatch.BatchService("s3")]
            public partial interface IBuckets
            {
                Task<HeadBucketResponse> {|AWSB010:HeadBucket|}(HeadBucketRequest request, CancellationToken cancellationToken);
            }

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch : IBuckets;
            """);
    }

    [Fact]
    public async Task An_inherited_type_is_told_where_it_is_inherited()
    {
        await AnalyzerTest.RunAsync("""
            public interface IParent
            {
                public class HeadBucket;
            }

            [AwsBatch.BatchService("s3", "HeadBucket")]
            public partial interface {|AWSB010:IBatch|} : IParent;
            """);
    }

    [Theory]
    [InlineData("public class {|AWSB010:BatchImplementation|};")]
    [InlineData("public class {|AWSB010:BatchImplementation|}(int count) { public int Count => count; }")]
    [InlineData("void {|AWSB010:BatchImplementation|}() { }")]
    [InlineData("[BatchOperation(\"ListBuckets\")] Task<ListBucketsResponse> {|AWSB010:BatchImplementation|}(ListBucketsRequest request);")]
    public async Task A_member_named_as_the_class_that_implements_the_interface(string member)
    {
        Assert.Equal(
            ["'BatchImplementation' has the name of the class that implements 'IBatch', so nothing is generated: rename 'BatchImplementation'"],
            await RunAsync(member));
    }

    [Theory]
    [InlineData("public class BatchImplementation;")]
    [InlineData("void BatchImplementation() { }")]
    public async Task An_inherited_member_is_hidden_by_that_class(string member)
    {
        await AnalyzerTest.RunAsync($$"""
            public interface IParent
            {
                {{member}}
            }

            [AwsBatch.BatchService("s3", "HeadBucket")]
            public partial interface IBatch : IParent;
            """);
    }

    [Fact]
    public async Task A_consuming_batch_collides_whatever_the_method_calls_what_it_makes()
    {
        await AnalyzerTest.RunAsync("""
            using Amazon.S3.Model;
            using AwsBatch;

            [BatchService("s3", "GetObject")]
            public partial interface IBatch
            {
                void {|AWSB010:GetObjectBatchAsync|}<T>(
                    IEnumerable<GetObjectRequest> requests,
                    Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<T>> consume,
                    BatchOptions? options,
                    CancellationToken cancellationToken) => throw new NotSupportedException();

                void GetObjectStreamAsync<T>(
                    IEnumerable<GetObjectRequest> requests,
                    Func<GetObjectRequest, GetObjectResponse, CancellationToken, Task<T>> consume,
                    BatchOptions? options,
                    CancellationToken cancellationToken) => throw new NotSupportedException();
            }
            """);
    }

    [Fact]
    public async Task Both_names_of_one_operation_do_not_collide()
    {
        await AnalyzerTest.RunAsync("""
            [AwsBatch.BatchService("s3", "HeadObject", "GetObjectMetadata", "HeadObject")]
            public partial interface IBatch;
            """);
    }

    private static Task<IReadOnlyList<string>> RunAsync(string member) => AnalyzerTest.RunAsync($$"""
        using Amazon.S3.Model;
        using AwsBatch;

        [BatchService("s3", "HeadBucket")]
        public partial interface IBatch
        {
            {{member}}
        }
        """);
}
