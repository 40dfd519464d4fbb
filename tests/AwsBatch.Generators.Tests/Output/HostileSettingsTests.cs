using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>The output compiles without a warning wherever it lands: <see cref="GeneratorTest"/> asserts it.</summary>
public sealed class HostileSettingsTests
{
    [Theory]
    [InlineData("System")]
    [InlineData("Amazon")]
    [InlineData("AwsBatch")]
    [InlineData("Microsoft")]
    [InlineData("Company.System.Amazon.AwsBatch.Microsoft")]
    [InlineData("@class.@event")]
    public void A_namespace_of_any_name(string name)
    {
        GeneratorTest.Run($$"""
            namespace {{name}}
            {
                public class Task;

                public class Func;

                public class Paging;

                [global::AwsBatch.BatchService("s3", "HeadObject", "GetObject", "ListObjectsV2", "ListParts")]
                public partial interface IBatch
                {
                    global::System.Threading.Tasks.Task<global::Amazon.S3.Model.ListBucketsResponse> ListBucketsAsync(
                        global::Amazon.S3.Model.ListBucketsRequest request);
                }
            }
            """);
    }

    [Fact]
    public void The_global_namespace()
    {
        var result = GeneratorTest.Run("""
            [AwsBatch.BatchService("s3", "HeadObject")]
            internal partial interface @interface;
            """);

        Assert.Contains("interface.g.cs", result.HintNames);
    }

    [Theory]
    [InlineData("public readonly partial struct Outer")]
    [InlineData("public ref partial struct Outer")]
    [InlineData("public partial record Outer(int Count)")]
    [InlineData("public abstract partial record class @record(int Count)")]
    [InlineData("public partial interface IOuter")]
    [InlineData("internal static partial class @class")]
    public void Inside_a_type_of_any_kind(string outer)
    {
        var result = GeneratorTest.Run($$"""
            {{outer}}
            {
                [AwsBatch.BatchService("s3", "HeadObject")]
                public partial interface IBatch;

                [AwsBatch.BatchService("s3", "HeadObject")]
                internal partial interface IInternal;
            }

            public partial class Base
            {
                [AwsBatch.BatchService("s3", "HeadObject")]
                protected internal partial interface IShared;
            }
            """);

        Assert.Equal(4, result["AwsBatch.Registrar"].Split("AddInterface<").Length);
    }

    [Fact]
    public void Interfaces_whose_names_differ_in_case_alone()
    {
        var result = GeneratorTest.Run("""
            namespace Sample
            {
                [AwsBatch.BatchService("s3", "HeadObject")]
                public partial interface IS3batch;

                [AwsBatch.BatchService("s3", "HeadObject")]
                public partial interface IS3Batch;

                [AwsBatch.BatchService("s3", "HeadObject")]
                public partial interface IOther;
            }
            """);

        Assert.Superset(new HashSet<string> { "-Sample.-I-S3batch.g.cs", "-Sample.-I-S3-Batch.g.cs", "Sample.IOther.g.cs" }, result.HintNames.ToHashSet());
    }

    [Theory]
    [InlineData("Registrar")]
    [InlineData("registrar")]
    [InlineData("ServiceCollectionExtensions")]
    [InlineData("S3ModelIdentities")]
    public void An_interface_named_as_a_file_that_every_assembly_has(string name)
    {
        var result = GeneratorTest.Run($$"""
            namespace AwsBatch
            {
                [BatchService("s3", "HeadObject")]
                public partial interface {{name}};
            }
            """);

        Assert.Equal(4, result.HintNames.Count);
    }

    [Fact]
    public void Nullable_off()
    {
        var compilation = GeneratorTest.Compile("""
            using Amazon.S3.Model;
            using AwsBatch;

            [BatchService("s3", "HeadObject", "GetObject", "ListObjectsV2", "ListParts")]
            public partial interface IBatch
            {
                Task<BatchResult<ListBucketsRequest, ListBucketsResponse>> ListBucketsBatchAsync(
                    List<ListBucketsRequest> requests, BatchOptions options = null);
            }
            """);

        var options = compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable);
        GeneratorTest.Run(compilation.WithOptions(options));
    }

    [Fact]
    public void Every_warning_on()
    {
        var compilation = GeneratorTest.Compile("""
            namespace Sample;

            [AwsBatch.BatchService("s3", "HeadObject", "GetObject", "GetACL", "ListObjectVersions")]
            internal partial interface IBatch;
            """);

        GeneratorTest.Run(compilation.WithOptions(compilation.Options.WithWarningLevel(9999)));
    }

    [Fact]
    public void Parameters_named_as_keywords_or_as_generated_names()
    {
        GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            [BatchService("s3")]
            public partial interface IBatch
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest @class, CancellationToken @event, BatchOptions? @default = null);

                Task<BatchResult<HeadBucketRequest, HeadBucketResponse>> HeadBucketBatchAsync(
                    HeadBucketRequest[] invoker, BatchOptions HeadBucket, CancellationToken Service);
            }
            """);
    }

    [Theory]
    [InlineData("GetObject")]
    [InlineData("Service")]
    [InlineData("invoker")]
    [InlineData("requests")]
    [InlineData("consume")]
    [InlineData("@class")]
    [InlineData("T_T2")]
    public void Type_parameters_named_as_keywords_or_as_generated_names(string name)
    {
        GeneratorTest.Run($$"""
            using Amazon.S3.Model;
            using AwsBatch;

            [BatchService("s3")]
            public partial interface IBatch
            {
                Task<BatchResult<GetObjectRequest, {{name}}?>> GetObjectBatchAsync<{{name}}>(
                    IEnumerable<GetObjectRequest> all,
                    Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<{{name}}?>> make) where {{name}} : class;

                IAsyncEnumerable<BatchItem<GetObjectRequest, (T2, {{name}})>> GetObjectStreamAsync<T2, {{name}}>(
                    IEnumerable<GetObjectRequest> all,
                    Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<(T2, {{name}})>> make);
            }
            """);
    }

    [Fact]
    public void Operations_that_the_SDK_calls_obsolete_are_obsolete_here_too()
    {
        var result = GeneratorTest.Run("""
            [AwsBatch.BatchService("s3", "GetACL")]
            public partial interface IBatch;
            """);

        Assert.Contains("[global::System.Obsolete(\"GetACL combines", result["IBatch"]);
    }

    [Fact]
    public void The_attribute_on_two_parts_is_the_compilers_error_alone()
    {
        var result = GeneratorTest.RunUnchecked(GeneratorTest.Compile(
            "[AwsBatch.BatchService(\"s3\", \"ListBuckets\")] public partial interface IBatch;",
            "[AwsBatch.BatchService(\"s3\", \"HeadBucket\")] public partial interface IBatch;"));

        Assert.Contains("CS0579", Assert.Single(result.Problems));
    }

    [Theory]
    [InlineData("[AwsBatch.BatchService(\"s3\", \"ListBuckets\")] public partial interface { }")]
    [InlineData("public partial class { [AwsBatch.BatchService(\"s3\", \"ListBuckets\")] public partial interface IBatch; }")]
    public void A_name_that_is_not_written_yet_is_the_compilers_error_alone(string source)
    {
        var result = GeneratorTest.RunUnchecked(GeneratorTest.Compile(source));

        Assert.Contains("CS1001", Assert.Single(result.Problems));
        Assert.Equal(["AwsBatch.ServiceCollectionExtensions.g.cs"], result.HintNames);
    }

    [Fact]
    public void Members_of_pointers_are_implemented_all_the_same()
    {
        var compilation = GeneratorTest.Compile("""
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public unsafe partial interface IBatch
            {
                int* Count(delegate*<void> call);

                int Sum(int*[] values);

                byte* this[int index] { get; set; }
            }
            """);

        Assert.Empty(GeneratorTest.RunUnchecked(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true))).Problems);
    }

    [Fact]
    public void Members_that_fit_nothing_are_implemented_all_the_same()
    {
        var result = GeneratorTest.RunUnchecked(GeneratorTest.Compile("""
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public partial interface IBatch : IDisposable
            {
                ref readonly int Count<T>(in T value, ref int count, out string? text) where T : class;

                ref int Own<T>(ref readonly T value);

                int this[string @index] { get; init; }

                int Given { set; }

                event EventHandler? Changed;
            }
            """));

        Assert.True(result.Problems.Count == 0, string.Join("\n", result.Problems));
        Assert.Contains("IBatch.Count is no operation that AwsBatch can call.", result["IBatch"]);
    }
}
