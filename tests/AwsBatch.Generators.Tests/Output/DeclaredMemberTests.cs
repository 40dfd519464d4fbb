using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Output;

public sealed class DeclaredMemberTests
{
    [Theory]
    [InlineData("IEnumerable")]
    [InlineData("IReadOnlyList")]
    [InlineData("IReadOnlyCollection")]
    [InlineData("List")]
    public void A_batch_takes_any_sequence(string sequence)
    {
        var text = Run($"Task<BatchResult<HeadBucketRequest, HeadBucketResponse>> HeadBucketBatchAsync({sequence}<HeadBucketRequest> requests);");

        Assert.Contains("invoker.BatchAsync(HeadBucket, requests, null, default)", text);
    }

    [Theory]
    [InlineData("IAsyncEnumerable")]
    [InlineData("IEnumerable")]
    public void A_stream_takes_a_sequence_of_either_kind(string sequence)
    {
        var text = Run($"IAsyncEnumerable<BatchItem<HeadBucketRequest, HeadBucketResponse>> HeadBucketStreamAsync({sequence}<HeadBucketRequest> requests);");

        Assert.Contains("invoker.StreamAsync(HeadBucket, requests, null, default)", text);
    }

    [Fact]
    public void A_stream_of_what_is_a_sequence_of_either_kind_takes_it_as_the_asynchronous_one()
    {
        var text = GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            public interface ISource : IEnumerable<HeadBucketRequest>, IAsyncEnumerable<HeadBucketRequest>;

            [BatchService("s3")]
            public partial interface IBatch
            {
                IAsyncEnumerable<BatchItem<HeadBucketRequest, HeadBucketResponse>> HeadBucketStreamAsync(ISource requests);
            }
            """)["IBatch"];

        Assert.Contains("(global::System.Collections.Generic.IAsyncEnumerable<global::Amazon.S3.Model.HeadBucketRequest>)requests", text);
    }

    [Theory]
    [InlineData("", "null", "default")]
    [InlineData(", BatchOptions? options = null", "options", "default")]
    [InlineData(", CancellationToken cancellationToken = default", "null", "cancellationToken")]
    [InlineData(", CancellationToken stop, BatchOptions how", "options", "cancellationToken")]
    public void Options_and_token_may_each_be_left_out(string parameters, string options, string token)
    {
        var text = Run($"ValueTask<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request{parameters});");

        Assert.Contains($"new(invoker.InvokeAsync(HeadBucket, request, {options}, {token}))", text);
    }

    [Fact]
    public void Members_of_inherited_interfaces_are_implemented()
    {
        var text = GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            public interface IBuckets
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request);
            }

            [BatchService("s3")]
            public partial interface IBatch : IBuckets;
            """)["IBatch"];

        Assert.Contains("global::IBuckets.ListBucketsAsync(", text);
    }

    [Fact]
    public void A_declared_member_replaces_the_generated_one_of_its_name()
    {
        var text = GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            [BatchService("s3", "HeadBucket")]
            public partial interface IBatch
            {
                Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request);

                IAsyncEnumerable<BatchItem<HeadBucketRequest, HeadBucketResponse>> HeadBucketStreamAsync(IEnumerable<HeadBucketRequest> requests);
            }

            internal static class Use
            {
                public static object Call(IBatch batch) => batch.HeadBucketAsync(new());
            }
            """)["IBatch"];

        var generated = text[..text.IndexOf("class BatchImplementation", StringComparison.Ordinal)];
        Assert.Contains(" HeadBucketBatchAsync(", generated);
        Assert.Contains(" HeadBucketStreamAsync(", generated);
        Assert.Contains("IAsyncEnumerable<global::Amazon.S3.Model.HeadBucketRequest> requests", generated);
        Assert.DoesNotContain(" HeadBucketAsync(", generated);
    }

    [Fact]
    public void A_member_of_another_name_or_operation_replaces_no_generated_one()
    {
        GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            [BatchService("s3", "HeadBucket")]
            public partial interface IBatch
            {
                [BatchOperation("HeadBucket")]
                Task<HeadBucketResponse> AskAsync(HeadBucketRequest request);

                [BatchOperation("ListBuckets")]
                Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> HeadBucketBatchAsync(IEnumerable<ListBucketsRequest> requests);
            }

            internal static class Use
            {
                public static object[] Calls(IBatch batch) =>
                    [batch.AskAsync(new()), batch.HeadBucketAsync(new()), batch.HeadBucketBatchAsync(new HeadBucketRequest[1])];
            }
            """);
    }

    [Theory]
    [InlineData("Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> ListBuckets{0}(IEnumerable<ListBucketsRequest> requests);", "Batch")]
    [InlineData("IAsyncEnumerable<BatchItem<ListBucketsRequest, ListBucketsResponse>> ListBuckets{0}(IEnumerable<ListBucketsRequest> requests);", "Stream")]
    [InlineData("IAsyncEnumerable<BatchPage<ListBucketsRequest, ListBucketsResponse>> ListBuckets{0}(IEnumerable<ListBucketsRequest> requests);", "Pages")]
    public void A_name_may_leave_out_the_shape_or_that_it_is_asynchronous(string method, string shape)
    {
        foreach (var ending in new[] { $"{shape}Async", shape, "Async" })
            Assert.Contains("Async(ListBuckets, ", Run(method.Replace("{0}", ending, StringComparison.Ordinal)));
    }

    // The compiler is the judge: without its constraint T? is another type than the declaration's.
    [Theory]
    [InlineData("", "where T : default")]
    [InlineData("where T : notnull", "where T : default")]
    [InlineData("where T : IDisposable", "where T : default")]
    [InlineData("where T : class", "where T : class")]
    [InlineData("where T : System.IO.Stream", "where T : class")]
    [InlineData("where T : struct", null)]
    public void A_consumer_may_give_what_may_be_null(string constraint, string? repeated)
    {
        var text = Run($"""
            [BatchOperation("GetObject")]
            Task<BatchResult<GetObjectRequest, T?>> ReadAsync<T>(
                IEnumerable<GetObjectRequest> requests, Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<T?>> consume) {constraint};
            """);

        if (repeated is null)
            Assert.DoesNotContain("where T", text[text.IndexOf("class BatchImplementation", StringComparison.Ordinal)..]);
        else
            Assert.Contains(repeated, text[text.IndexOf("class BatchImplementation", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void A_factory_gives_way_to_a_declared_member_of_its_name()
    {
        var text = Run("Task<HeadBucketResponse> HeadBucket(HeadBucketRequest request);");

        Assert.DoesNotContain("public static", text);
    }

    [Fact]
    public void A_factory_gives_way_to_an_inherited_member_of_its_name()
    {
        GeneratorTest.Run("""
            using Amazon.S3.Model;

            public interface IBuckets
            {
                Task<HeadBucketResponse> HeadBucket(HeadBucketRequest request);
            }

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch : IBuckets;

            internal static class Use
            {
                public static object Call(IBatch batch) => batch.HeadBucket(new());
            }
            """);
    }

    [Fact]
    public void What_the_interface_itself_implements_of_another_is_left_to_it()
    {
        var text = GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            public interface IBuckets : IFormattable
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request);
            }

            [BatchService("s3", "HeadBucket")]
            public partial interface IBatch : IBuckets
            {
                Task<ListBucketsResponse> IBuckets.ListBucketsAsync(ListBucketsRequest request) => throw new NotSupportedException();

                string IFormattable.ToString(string? format, IFormatProvider? provider) => "";
            }
            """)["IBatch"];

        Assert.DoesNotContain("IBuckets.", text);
        Assert.DoesNotContain("NotSupported", text);
    }

    [Theory]
    [InlineData("IBatch : ICounted", "static int ICounted.Count() => 1; static int ICounted.Limit => 2;")]
    [InlineData("IBatch : IImplemented", "")]
    [InlineData("IBatch : IVirtual", "")]
    public void Static_members_that_interfaces_implement_need_nothing(string declaration, string members)
    {
        var text = GeneratorTest.Run($$"""
            public interface ICounted
            {
                static abstract int Count();

                static abstract int Limit { get; }
            }

            public interface IImplemented : ICounted
            {
                static int ICounted.Count() => 1;

                static int ICounted.Limit => 2;
            }

            public interface IVirtual
            {
                static virtual int Count() => 1;
            }

            [AwsBatch.BatchService("s3", "HeadBucket")]
            public partial interface {{declaration}}
            {
                {{members}}
            }
            """)["IBatch"];

        Assert.DoesNotContain("Count", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_inherited_interfaces_implement_is_implemented_for_both()
    {
        var text = GeneratorTest.Run("""
            using Amazon.S3.Model;

            public interface IBuckets
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request) => throw new NotSupportedException();
            }

            public interface IOne : IBuckets
            {
                Task<ListBucketsResponse> IBuckets.ListBucketsAsync(ListBucketsRequest request) => throw new NotSupportedException();
            }

            public interface ITwo : IBuckets
            {
                Task<ListBucketsResponse> IBuckets.ListBucketsAsync(ListBucketsRequest request) => throw new NotSupportedException();
            }

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch : IOne, ITwo;
            """)["IBatch"];

        Assert.Contains("global::IBuckets.ListBucketsAsync(", text);
    }

    [Fact]
    public void What_the_interface_makes_abstract_again_is_implemented_once()
    {
        var text = GeneratorTest.Run("""
            using Amazon.S3.Model;

            public interface IBuckets
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request) => throw new NotSupportedException();

                Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request);
            }

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch : IBuckets
            {
                abstract Task<ListBucketsResponse> IBuckets.ListBucketsAsync(ListBucketsRequest request);

                abstract Task<HeadBucketResponse> IBuckets.HeadBucketAsync(HeadBucketRequest request);
            }
            """)["IBatch"];

        Assert.Contains("global::IBuckets.ListBucketsAsync(", text);
        Assert.Contains("global::IBuckets.HeadBucketAsync(", text);
    }

    private static string Run(string member) => GeneratorTest.Run($$"""
        using Amazon.S3.Model;
        using AwsBatch;

        [BatchService("s3")]
        public partial interface IBatch
        {
            {{member}}
        }
        """)["IBatch"];
}
