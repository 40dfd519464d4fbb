using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>What the compiler says of uses, it says of the user's own and not of the generated ones.</summary>
public sealed class UseWarningTests
{
    [Theory]
    [InlineData("[Obsolete]")]
    [InlineData("[Obsolete(\"No.\")]")]
    [InlineData("[Obsolete(\"No.\", true)]")]
    [InlineData("[Obsolete(\"No.\", DiagnosticId = \"OWN1\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"OWN1\")]")]
    [InlineData("[Obsolete, System.Diagnostics.CodeAnalysis.Experimental(\"OWN1\")]")]
    public void An_interface_a_type_around_it_and_a_method(string attribute)
    {
        var text = GeneratorTest.Run($$"""
            using Amazon.S3.Model;
            using AwsBatch;

            {{attribute}}
            [BatchService("s3", "ListBuckets", "GetObject")]
            public partial interface IMarked
            {
                Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request);
            }

            {{attribute}}
            public partial class Outer
            {
                [BatchService("sqs", "ListQueues")]
                public partial interface INested;
            }

            [BatchService("s3", "ListBuckets")]
            public partial interface IBatch
            {
                {{attribute}}
                Task<HeadBucketResponse> HeadBucketAsync(HeadBucketRequest request);
            }
            """)["AwsBatch.Registrar"];

        Assert.Contains("AddInterface<global::IMarked>", text);
        Assert.Contains("AddInterface<global::Outer.INested>", text);
    }

    [Theory]
    [InlineData("[Obsolete]", "CS0612")]
    [InlineData("[Obsolete(\"No.\")]", "CS0618")]
    [InlineData("[Obsolete(\"No.\", DiagnosticId = \"OWN1\")]", "OWN1")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"OWN1\")]", "OWN1")]
    public void A_type_that_a_method_gives(string attribute, string id)
    {
        GeneratorTest.Run($$"""
            using Amazon.S3.Model;
            using AwsBatch;

            {{attribute}}
            public class Made;

            [BatchService("s3")]
            public partial interface IBatch
            {
            #pragma warning disable {{id}}
                Task<BatchResult<HeadBucketRequest, List<Made[]>>> HeadBucketBatchAsync(
                    IEnumerable<HeadBucketRequest> requests,
                    Func<HeadBucketRequest, HeadBucketResponse, CancellationToken, ValueTask<List<Made[]>>> consume);
            #pragma warning restore {{id}}
            }
            """);
    }

    [Theory]
    [InlineData("Task<Made> HeadBucketAsync(HeadBucketRequest request);")]
    [InlineData("Task<HeadBucketResponse> HeadBucketAsync(Made request);")]
    [InlineData("Made? Given { get; }")]
    [InlineData("int this[Made index] { get; set; }")]
    [InlineData("event Action<Made> Changed;")]
    public void A_type_that_a_wrong_member_names(string member)
    {
        var result = GeneratorTest.RunUnchecked(GeneratorTest.Compile($$"""
            using Amazon.S3.Model;

            [Obsolete]
            public class Made;

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch
            {
            #pragma warning disable CS0612
                {{member}}
            #pragma warning restore CS0612
            }
            """));

        Assert.Empty(result.Problems);
    }

    [Fact]
    public void A_type_inside_an_obsolete_one()
    {
        GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            [Obsolete]
            public class Outer
            {
                public class Made;
            }

            [BatchService("s3")]
            public partial interface IBatch
            {
            #pragma warning disable CS0612
                Task<BatchResult<HeadBucketRequest, Outer.Made>> HeadBucketBatchAsync(
                    IEnumerable<HeadBucketRequest> requests,
                    Func<HeadBucketRequest, HeadBucketResponse, CancellationToken, ValueTask<Outer.Made>> consume);
            #pragma warning restore CS0612
            }
            """);
    }

    [Theory]
    [InlineData("assembly")]
    [InlineData("module")]
    public void A_library_that_is_experimental_as_a_whole(string target)
    {
        var library = Assembly.Build("Lib", $$"""
            [{{target}}: System.Diagnostics.CodeAnalysis.Experimental("LIB1")]

            public class Made;

            [AwsBatch.BatchService("sqs", "ListQueues")]
            public partial interface ILibrary;
            """);

        var result = GeneratorTest.Run(GeneratorTest.Compile(
            "App",
            [
                GeneratorTest.Source("""
                    using Amazon.S3.Model;
                    using AwsBatch;

                    [BatchService("s3")]
                    public partial interface IBatch
                    {
                    #pragma warning disable LIB1
                        Task<BatchResult<HeadBucketRequest, Made>> HeadBucketBatchAsync(
                            IEnumerable<HeadBucketRequest> requests,
                            Func<HeadBucketRequest, HeadBucketResponse, CancellationToken, ValueTask<Made>> consume);
                    #pragma warning restore LIB1
                    }
                    """),
            ],
            [.. References.All, library]));

        Assert.Contains("LibBatchRegistrar.Register(services);", result.Registration, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_uses_are_told()
    {
        var result = GeneratorTest.RunUnchecked(GeneratorTest.Compile("""
            [Obsolete]
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public partial interface IBatch;

            public static class Use
            {
                public static object? Of(IBatch batch) => batch;
            }
            """));

        Assert.Contains("CS0612", Assert.Single(result.Problems));
    }
}
