using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Incremental;

/// <summary>What an edit elsewhere, that is every keystroke, may allocate. Bytes are exact where times are noise.</summary>
public sealed class AllocationTests
{
    // 136 KB were measured, most of them the compiler's own; reading the SDK's types again would add megabytes.
    private const int MostBytes = 200_000;

    [Fact]
    public void An_edit_in_another_file_allocates_little()
    {
        var compilation = GeneratorTest.Compile(
            """
            [AwsBatch.BatchService("ec2", "DescribeInstances", "DescribeImages", "RunInstances")]
            public partial interface IEc2Batch;
            """,
            "internal static class Elsewhere { public static int One() => 1; }");
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation);

        // The least of several: the first runs also compile the generator itself.
        var least = long.MaxValue;
        for (var edit = 0; edit < 10; edit++)
        {
            var edited = compilation.ReplaceSyntaxTree(
                compilation.SyntaxTrees[2],
                GeneratorTest.Source($"internal static class Elsewhere {{ public static int One() => {edit}; }}"));
            var before = GC.GetAllocatedBytesForCurrentThread();
            driver = driver.RunGenerators(edited);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 1, MostBytes);
    }
}
