using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.Pipeline.Tests.Requests;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>What others put into the SDK's chain has its part in every request.</summary>
public sealed class ForeignHandlerTests
{
    [Theory]
    [InlineData(typeof(MetricsHandler))]
    [InlineData(typeof(RetryHandler))]
    [InlineData(typeof(Signer))]
    public async Task A_handler_in_the_chain_sees_every_request(Type before)
    {
        using var customizer = new Customizer(before);
        var service = Service.Of("s3");
        var operation = service.Find("GetObjectMetadata");
        using var pair = new PipelinePair(service, Target.Aws);

        var (isLean, _) = await pair.LearnAsync(operation, RequestFiller.Make(operation.Request, Variant.Empty));

        Assert.False(isLean);
        Assert.Equal(2, customizer.Seen);
    }

    /// <summary>Puts a handler into the chains of the clients that are made in its flow, as tracers do.</summary>
    private sealed class Customizer : IRuntimePipelineCustomizer, IDisposable
    {
        private static readonly AsyncLocal<Customizer?> Current = new();
        private readonly Type before;

        public Customizer(Type before)
        {
            this.before = before;
            Current.Value = this;
            RuntimePipelineCustomizerRegistry.Instance.Register(this);
        }

        public string UniqueName { get; } = Guid.NewGuid().ToString();

        public int Seen { get; private set; }

        public void Customize(Type type, RuntimePipeline pipeline)
        {
            if (Current.Value != this)
                return;
            if (before == typeof(MetricsHandler))
                pipeline.AddHandlerBefore<MetricsHandler>(new Counter(this));
            else if (before == typeof(RetryHandler))
                pipeline.AddHandlerBefore<RetryHandler>(new Counter(this));
            else
                pipeline.AddHandlerBefore<Signer>(new Counter(this));
        }

        public void Dispose() => RuntimePipelineCustomizerRegistry.Instance.Deregister(this);

        private sealed class Counter(Customizer owner) : PipelineHandler
        {
            public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
            {
                // The pair's client with the SDK's own chain has one too, but sends nothing here.
                owner.Seen++;
                return base.InvokeAsync<T>(executionContext);
            }
        }
    }
}
