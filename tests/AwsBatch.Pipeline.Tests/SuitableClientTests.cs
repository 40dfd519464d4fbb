using AwsBatch.CompilerServices;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>What a client asks of the SDK's chain keeps it there.</summary>
public sealed class SuitableClientTests
{
    private const string FunctionName = "AWS_LAMBDA_FUNCTION_NAME";

    [Fact]
    public void In_a_function_the_sdk_goes_on_alone()
    {
        var config = Target.Aws.Configure(Service.Of("sqs").Descriptor, new WireRecorder());
        Assert.True(LeanPipeline.Suits(config));

        Environment.SetEnvironmentVariable(FunctionName, "function");
        try
        {
            Assert.False(LeanPipeline.Suits(config));
        }
        finally
        {
            Environment.SetEnvironmentVariable(FunctionName, null);
        }
    }
}
