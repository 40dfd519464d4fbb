using AwsBatch.CodeFixes.Fixes;
using AwsBatch.CodeFixes.Tests.Support;

namespace AwsBatch.CodeFixes.Tests.Fixes;

/// <summary>AWSB002.</summary>
public sealed class MissingPackageFixTests
{
    [Fact]
    public Task The_command_is_noted_above_the_interface() => CodeFixTest<MissingPackageFix>.RunAsync(
        """
        public static partial class Outer
        {
            /// <summary>Parameters.</summary>
            [BatchService({|AWSB002:"ssm"|}, "GetParameter")]
            public partial interface IBatch;
        }
        """,
        """
        public static partial class Outer
        {
            /// <summary>Parameters.</summary>
            // dotnet add package AWSSDK.SimpleSystemsManagement
            [BatchService({|AWSB002:"ssm"|}, "GetParameter")]
            public partial interface IBatch;
        }
        """);

    [Fact]
    public Task It_is_noted_once() => CodeFixTest<MissingPackageFix>.RunWithoutFixAsync(
        """
        // dotnet add package AWSSDK.SimpleSystemsManagement
        [BatchService({|AWSB002:"ssm"|})]
        public partial interface IBatch;
        """);
}
