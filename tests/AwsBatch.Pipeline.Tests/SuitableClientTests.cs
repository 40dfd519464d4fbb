using Amazon.Runtime;
using Amazon.Runtime.Telemetry;
using Amazon.Runtime.Telemetry.Metrics;
using Amazon.Runtime.Telemetry.Tracing;
using AwsBatch.CompilerServices;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>What a client asks of the SDK's chain keeps it there.</summary>
public sealed class SuitableClientTests
{
    private const string FunctionName = "AWS_LAMBDA_FUNCTION_NAME";

    [Fact]
    public void What_only_the_sdks_chain_has_keeps_the_client_with_it()
    {
        Assert.True(Suits(static _ => { }));

        Assert.False(Suits(static config => config.LogMetrics = true));
        Assert.False(Suits(static config => config.LogResponse = true));
        Assert.False(Suits(static config => config.EndpointDiscoveryEnabled = true));
        Assert.False(Suits(static config => config.AuthSchemePreference = ["sigv4a"]));
        Assert.False(Suits(static config => config.TelemetryProvider.RegisterTracerProvider(new Traces())));
        Assert.False(Suits(static config => config.TelemetryProvider.RegisterMeterProvider(new Meters())));
    }

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

    private static bool Suits(Action<ClientConfig> configure)
    {
        var config = Target.Aws.Configure(Service.Of("sqs").Descriptor, new WireRecorder());
        // The one it has is that of all clients.
        config.TelemetryProvider = new DefaultTelemetryProvider();
        configure(config);
        return LeanPipeline.Suits(config);
    }

    private sealed class Traces : TracerProvider
    {
        public override Tracer GetTracer(string scope) => throw new NotSupportedException();
    }

    private sealed class Meters : MeterProvider
    {
        public override Meter GetMeter(string scope, Attributes? attributes = null) => throw new NotSupportedException();
    }
}
