using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace AwsBatch.Generators.Tests.Incremental;

/// <summary>How much of the pipeline runs again for an edit.</summary>
public sealed class StepReasonTests
{
    private const string Interface = """
        [AwsBatch.BatchService("ec2", "DescribeInstances")]
        public partial interface IEc2Batch;
        """;

    private const string Elsewhere = "internal static class Elsewhere { public static int One() => 1; }";

    [Fact]
    public void An_edit_in_another_file() => AssertReasons(
        StepReasons.NothingToDo,
        compilation => Replace(compilation, 2, Elsewhere.Replace("=> 1", "=> 2", StringComparison.Ordinal)));

    [Fact]
    public void A_comment_above_the_interface() => AssertReasons(
        StepReasons.NothingToDo,
        compilation => Replace(compilation, 1, $"// Instances.\n{Interface}"));

    [Fact]
    public void A_new_file() => AssertReasons(
        StepReasons.NothingToDo,
        compilation => compilation.AddSyntaxTrees(GeneratorTest.Source("internal sealed class New;")));

    [Fact]
    public void A_reference_added() => AssertReasons(
        StepReasons.NothingToDo,
        compilation => compilation.AddReferences(References.Of(typeof(FactAttribute))));

    [Fact]
    public void A_library_with_batch_interfaces_added() => AssertReasons(
        StepReasons.NothingToDo with { References = Modified, Registration = Modified },
        compilation => compilation.AddReferences(Assembly.Build("Library", """
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public partial interface ILibraryBatch;
            """)));

    [Fact]
    public void An_operation_added() => AssertReasons(
        StepReasons.NothingToDo with
        {
            Parsing = Modified,
            Interfaces = Modified,
            Identities = Modified,
            Implementation = Modified,
            Identity = Modified,
        },
        compilation => Replace(compilation, 1, Interface.Replace("\"D", "\"DescribeImages\", \"D", StringComparison.Ordinal)));

    [Fact]
    public void A_shape_of_the_same_operation_added() => AssertReasons(
        StepReasons.NothingToDo with
        {
            Parsing = Modified,
            Interfaces = Modified,
            Implementation = Modified,
        },
        compilation => Replace(compilation, 1, Interface.Replace(";", """
            {
                [AwsBatch.BatchOperation("DescribeInstances")]
                Task<Amazon.EC2.Model.DescribeInstancesResponse> Again(Amazon.EC2.Model.DescribeInstancesRequest request);
            }
            """, StringComparison.Ordinal)));

    [Fact]
    public void An_interface_renamed() => AssertReasons(
        StepReasons.NothingToDo with
        {
            Parsing = Modified,
            Interfaces = Modified,
            Registrations = Modified,
            Implementation = Modified,
            Registration = Modified,
        },
        compilation => Replace(compilation, 1, Interface.Replace("IEc2Batch", "IInstances", StringComparison.Ordinal)));

    private static void AssertReasons(StepReasons expected, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var compilation = GeneratorTest.Compile(Interface, Elsewhere);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation).RunGenerators(edit(compilation));

        Assert.Equal(expected, StepReasons.Of(driver.GetRunResult().Results.Single()));
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], GeneratorTest.Source(text));
}
