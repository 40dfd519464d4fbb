using AwsBatch.CodeFixes.Fixes;
using AwsBatch.CodeFixes.Tests.Support;

namespace AwsBatch.CodeFixes.Tests.Fixes;

/// <summary>AWSB007.</summary>
public sealed class MakePartialFixTests
{
    [Theory]
    [InlineData("interface {|AWSB007:IBatch|};", "partial interface IBatch;")]
    [InlineData("public interface {|AWSB007:IBatch|};", "public partial interface IBatch;")]
    [InlineData("/* why */ internal unsafe interface {|AWSB007:IBatch|};", "/* why */ internal unsafe partial interface IBatch;")]
    public Task An_interface_becomes_partial(string declaration, string @fixed) => CodeFixTest<MakePartialFix>.RunAsync(
        $"[BatchService(\"s3\")]\n{declaration}",
        $"[BatchService(\"s3\")]\n{@fixed}");

    [Fact]
    public Task An_interface_and_its_containing_types_become_partial() => CodeFixTest<MakePartialFix>.RunAsync(
        """
        public static class {|AWSB007:Outer|}
        {
            internal readonly record struct {|AWSB007:Middle|}
            {
                [BatchService("s3")]
                internal interface {|AWSB007:IBatch|};
            }
        }
        """,
        """
        public static partial class Outer
        {
            internal readonly partial record struct Middle
            {
                [BatchService("s3")]
                internal partial interface IBatch;
            }
        }
        """);
}
