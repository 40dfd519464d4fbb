using AwsBatch.Generators.Diagnostics;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB007 and AWSB008.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public async Task An_interface_that_is_not_partial()
    {
        var messages = await AnalyzerTest.RunAsync("""
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public interface {|AWSB007:IBatch|};
            """);

        Assert.Equal(["'IBatch' must be partial, so that the generator can add the members of the batch interface"], messages);
    }

    [Fact]
    public async Task Of_several_parts_the_compiler_tells_which_is_not_partial()
    {
        var result = GeneratorTest.RunUnchecked(GeneratorTest.Compile(
            "[AwsBatch.BatchService(\"s3\", \"ListBuckets\")] public partial interface IBatch;",
            "public interface IBatch;"));

        Assert.Contains("CS0260", Assert.Single(result.Problems));
        Assert.Empty(await result.Output.WithAnalyzers([new BatchServiceAnalyzer()]).GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public async Task Containing_types_that_are_not_partial()
    {
        await AnalyzerTest.RunAsync("""
            public static class {|AWSB007:Outer|}
            {
                public partial class Middle
                {
                    [AwsBatch.BatchService("s3", "ListBuckets")]
                    public partial interface IBatch;

                    [AwsBatch.BatchService("sqs", "ListQueues")]
                    public partial interface IOther;
                }
            }
            """);
    }

    [Theory]
    [InlineData("public partial interface {|AWSB008:IBatch|}<T>;")]
    [InlineData("public partial class Outer<T> { [AwsBatch.BatchService(\"s3\")] public partial interface {|AWSB008:IBatch|}; }")]
    [InlineData("public partial class Outer { [AwsBatch.BatchService(\"s3\")] private partial interface {|AWSB008:IBatch|}; }")]
    [InlineData("file partial interface {|AWSB008:IBatch|};")]
    [InlineData("file partial class Outer { [AwsBatch.BatchService(\"s3\", \"ListBuckets\")] public partial interface {|AWSB008:IBatch|}; }")]
    public async Task Interfaces_that_cannot_be_implemented_and_registered(string declaration)
    {
        var attribute = declaration.Contains("BatchService", StringComparison.Ordinal) ? "" : "[AwsBatch.BatchService(\"s3\")]";
        await AnalyzerTest.RunAsync($"{attribute}\n{declaration}");
    }

    [Theory]
    [InlineData("private partial interface {|AWSB008:IBatch|};", "a private interface")]
    [InlineData("protected partial interface {|AWSB008:IBatch|};", "a protected interface")]
    [InlineData("private protected partial interface {|AWSB008:IBatch|};", "a private protected interface")]
    [InlineData("protected partial class Inner { [AwsBatch.BatchService(\"s3\")] public partial interface {|AWSB008:IBatch|}; }", "what is inside a protected type")]
    public async Task What_cannot_be_named_is_told_as_what_it_is(string declaration, string told)
    {
        var attribute = declaration.Contains("BatchService", StringComparison.Ordinal) ? "" : "[AwsBatch.BatchService(\"s3\")]";

        var messages = await AnalyzerTest.RunAsync($"public partial class Outer {{ {attribute} {declaration} }}");

        Assert.EndsWith($": {told} cannot be named where it is registered", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_that_are_no_methods_are_one_error_each()
    {
        var messages = await AnalyzerTest.RunAsync("""
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public partial interface IBatch
            {
                int {|AWSB008:Count|} { get; set; }

                event EventHandler {|AWSB008:Changed|};

                string {|AWSB008:this|}[int index] { get; }
            }
            """);

        Assert.Equal("'Count' is not supported in a batch interface: a batch interface has only methods", messages[0]);
    }

    [Theory]
    [InlineData("public partial interface {|AWSB008:IBatch|} { static abstract int Count(); }")]
    [InlineData("public partial interface {|AWSB008:IBatch|} : ICounted; public interface ICounted { static abstract int Count(); }")]
    [InlineData("public partial interface {|AWSB008:IBatch|} : IAgain; public interface ICounted { static virtual int Count() => 1; } public interface IAgain : ICounted { static abstract int ICounted.Count(); }")]
    [InlineData("public partial interface {|AWSB008:IBatch|} : IOne, ITwo; public interface ICounted { static virtual int Count() => 0; } public interface IOne : ICounted { static int ICounted.Count() => 1; } public interface ITwo : ICounted { static int ICounted.Count() => 2; }")]
    [InlineData("[AwsBatch.BatchService(\"ec2\")] public partial interface IOther; [AwsBatch.BatchService(\"s3\")] public partial interface {|AWSB008:IBatch|} : IOther;")]
    public async Task Interfaces_that_no_implementation_of_one_service_fits(string declaration)
    {
        var attribute = declaration.Contains("BatchService", StringComparison.Ordinal) ? "" : "[AwsBatch.BatchService(\"s3\")]";
        await AnalyzerTest.RunAsync($"{attribute}\n{declaration}");
    }

    [Theory]
    [InlineData("AwsBatch", "alone::AwsBatch")]
    [InlineData("AWSSDK.Core", "AwsBatch")]
    [InlineData("AWSSDK.S3", "AwsBatch")]
    [InlineData("Microsoft.Extensions.DependencyInjection.Abstractions", "AwsBatch")]
    public async Task What_generated_code_names_under_an_extern_alias_alone(string assembly, string @namespace)
    {
        var messages = await AnalyzerTest.RunAsync(
            $"extern alias alone; [{@namespace}.BatchService(\"s3\", \"GetObject\")] public partial interface {{|AWSB008:IBatch|}};",
            References.All.Select(reference =>
                Path.GetFileName(reference.Display) == $"{assembly}.dll" ? reference.WithAliases(["alone", "other"]) : reference));

        Assert.EndsWith(
            $"needs {assembly} by global::, and this project references it by the alias 'alone' alone",
            Assert.Single(messages),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_by_reference()
    {
        await AnalyzerTest.RunAsync("""
            using Amazon.S3.Model;

            [AwsBatch.BatchService("s3")]
            public partial interface IBatch
            {
                Task<ListBucketsResponse> {|AWSB008:ListBucketsAsync|}(ref ListBucketsRequest request, out int count);
            }
            """);
    }
}
