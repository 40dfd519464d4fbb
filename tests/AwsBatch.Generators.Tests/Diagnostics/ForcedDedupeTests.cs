using AwsBatch.Generators.Diagnostics;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB009 where options force deduplication.</summary>
public sealed class ForcedDedupeTests
{
    private const string Forced = "{|AWSB009:Dedupe = DedupeMode.Always|}";

    [Theory]
    [InlineData($"s3.DeleteObjectBatchAsync([], new BatchOptions {{ {Forced} }})")]
    [InlineData($"s3.DeleteObjectBatchAsync(options: new() {{ FailFast = true, {Forced} }}, requests: [])")]
    [InlineData($"s3.DeleteObjectBatchAsync([], some with {{ {Forced} }})")]
    [InlineData($"s3.DeleteObjectBatchAsync([], new BatchOptions {{ {Forced} }} with {{ FailFast = true }})")]
    [InlineData($"s3.RemoveAsync([], new BatchOptions {{ {Forced} }})")]
    public async Task An_operation_that_changes_something_is_a_warning(string call)
    {
        var message = Assert.Single(await RunAsync($"_ = {call};"));

        Assert.Equal("'DeleteObject' changes something: with DedupeMode.Always, of two equal requests the second is not sent", message);
    }

    [Theory]
    [InlineData("IS3Batch")]
    [InlineData("IApp")]
    public async Task A_method_that_its_receiver_inherits(string receiver)
    {
        await AnalyzerTest.RunAsync($$"""
            using Amazon.S3.Model;
            using AwsBatch;

            public interface IDeleting
            {
                Task<BatchResult<DeleteObjectRequest, DeleteObjectResponse>> DeleteObjectBatchAsync(
                    IEnumerable<DeleteObjectRequest> requests, BatchOptions? options, CancellationToken cancellationToken);
            }

            [BatchService("s3")]
            public partial interface IS3Batch : IDeleting;

            public interface IApp : IS3Batch;

            public static class Use
            {
                public static object Run({{receiver}} s3) => s3.DeleteObjectBatchAsync([], new() { {{Forced}} }, default);
            }
            """);
    }

    [Fact]
    public async Task The_severities_are_a_warning_for_a_change_and_an_error_for_a_stream()
    {
        var compilation = GeneratorTest.Compile("""
            using AwsBatch;

            [BatchService("s3", "GetObject", "DeleteObject")]
            public partial interface IS3Batch;

            public static class Use
            {
                public static void Run(IS3Batch s3)
                {
                    _ = s3.DeleteObjectBatchAsync([], new BatchOptions { Dedupe = DedupeMode.Always });
                    _ = s3.GetObjectBatchAsync([], (_, _, _) => ValueTask.FromResult(1), new BatchOptions { Dedupe = DedupeMode.Always });
                }
            }
            """);

        Assert.Equal(
            [DiagnosticSeverity.Warning, DiagnosticSeverity.Error],
            (await AnalyzerTest.DiagnosticsAsync(compilation)).Select(diagnostic => diagnostic.Severity));
    }

    [Fact]
    public async Task A_local_with_one_value() => Assert.Single(await RunAsync($$"""
        var always = new BatchOptions { {{Forced}} };
        _ = s3.DeleteObjectBatchAsync([], always);
        """));

    [Fact]
    public async Task A_local_given_to_several_calls_is_told_once_and_of_the_gravest()
    {
        var message = Assert.Single(await RunAsync($$"""
            var always = new BatchOptions { {{Forced}} };
            _ = s3.DeleteObjectBatchAsync([], always);
            _ = s3.RemoveAsync([], always);
            _ = s3.GetObjectBatchAsync([], (_, _, _) => ValueTask.FromResult(1), always);
            """));

        Assert.Contains("'GetObject'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BatchOptions options = options with { FailFast = true };")]
    [InlineData("BatchOptions options = other with { }, other = options with { };")]
    public async Task A_local_that_half_typed_code_makes_of_itself_is_not_followed_round(string declaration)
    {
        var compilation = GeneratorTest.Compile($$"""
            using AwsBatch;

            [BatchService("s3", "DeleteObject")]
            public partial interface IS3Batch;

            public static class Use
            {
                public static void Run(IS3Batch s3)
                {
                    {{declaration}}
                    _ = s3.DeleteObjectBatchAsync([], options);
                }
            }
            """);

        var output = GeneratorTest.RunUnchecked(compilation).Output;

        Assert.Empty(await output.WithAnalyzers([new BatchServiceAnalyzer()]).GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public async Task Defaults_of_an_interface() => Assert.Single(await RunAsync(
        $"new AwsBatchOptions().For<IChanging>(s3 => s3.Defaults = new BatchOptions {{ {Forced} }});"));

    [Theory]
    [InlineData($"_ = s3.GetObjectBatchAsync([], (_, _, _) => ValueTask.FromResult(1), new BatchOptions {{ {Forced} }});")]
    [InlineData($"new AwsBatchOptions().For<IS3Batch>(s3 => s3.Defaults = new BatchOptions {{ {Forced} }});")]
    public async Task A_response_that_holds_a_stream_is_an_error(string statement)
    {
        var message = Assert.Single(await RunAsync(statement));

        Assert.Equal("The responses of 'GetObject' hold an open stream, which only one caller can read: they are never deduplicated", message);
    }

    [Theory]
    [InlineData("_ = s3.HeadObjectBatchAsync([], new BatchOptions { Dedupe = DedupeMode.Always });")]
    [InlineData("_ = s3.DeleteObjectBatchAsync([], new BatchOptions { Dedupe = DedupeMode.ReadOnly });")]
    [InlineData("_ = s3.DeleteObjectBatchAsync([], new BatchOptions());")]
    [InlineData("_ = s3.DeleteObjectBatchAsync([], some);")]
    [InlineData("_ = s3.DeleteObjectBatchAsync([]);")]
    [InlineData("_ = s3.DeleteObjectBatchAsync([], new BatchOptions { Dedupe = DedupeMode.Always } with { Dedupe = null });")]
    [InlineData("var set = new BatchOptions { Dedupe = DedupeMode.Always }; set = some; _ = s3.DeleteObjectBatchAsync([], set);")]
    [InlineData("var set = new BatchOptions { Dedupe = DedupeMode.Always }; (set, var n) = (some, 1); _ = s3.DeleteObjectBatchAsync([], set);")]
    [InlineData("var set = new BatchOptions { Dedupe = DedupeMode.Always }; Set(ref set); _ = s3.DeleteObjectBatchAsync([], set);")]
    [InlineData("var set = new BatchOptions { Dedupe = DedupeMode.Always }; Make(out set); _ = s3.DeleteObjectBatchAsync([], set);")]
    [InlineData("new AwsBatchOptions().For<IReading>(s3 => s3.Defaults = new BatchOptions { Dedupe = DedupeMode.Always });")]
    public async Task What_is_right_or_cannot_be_seen_is_not_reported(string statement) => Assert.Empty(await RunAsync(statement));

    private static Task<IReadOnlyList<string>> RunAsync(string statement) => AnalyzerTest.RunAsync($$"""
        using Amazon.S3.Model;
        using AwsBatch;

        [BatchService("s3", "HeadObject", "GetObject", "DeleteObject")]
        public partial interface IS3Batch
        {
            [BatchOperation("DeleteObject")]
            Task<BatchResult<DeleteObjectRequest, DeleteObjectResponse>> RemoveAsync(
                IEnumerable<DeleteObjectRequest> requests, BatchOptions options, CancellationToken cancellationToken = default);
        }

        [BatchService("s3", "HeadObject")]
        public partial interface IReading;

        [BatchService("s3", "HeadObject", "DeleteObject")]
        public partial interface IChanging;

        public static class Use
        {
            public static void Run(IS3Batch s3, BatchOptions some)
            {
                {{statement}}
            }

            private static void Set(ref BatchOptions options) => Make(out options);

            private static void Make(out BatchOptions options) => options = new();
        }
        """);
}
