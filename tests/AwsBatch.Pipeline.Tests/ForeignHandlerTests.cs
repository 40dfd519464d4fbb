using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.Pipeline.Tests.Requests;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>What others put into the SDK's chain, or have it call for a request, has its part in every request.</summary>
public sealed class ForeignHandlerTests
{
    [Fact]
    public async Task A_handler_of_a_request_is_called_though_the_way_is_known()
    {
        var service = Service.Of("s3");
        var operation = service.Find("GetObjectMetadata");
        using var pair = new PipelinePair(service, Target.Aws);
        var (isLean, _) = await pair.LearnAsync(operation, RequestFiller.Make(operation.Request, Variant.Empty));
        Assert.True(isLean);

        var (stock, lean) = await pair.SendAsync(operation, Make, static () => new(HttpStatusCode.OK));

        Assert.Equal("1", stock.Sent.Single().Headers["x-of-the-user"]);
        Assert.Equal("1", lean.Sent.Single().Headers.GetValueOrDefault("x-of-the-user"));

        object Make()
        {
            var request = RequestFiller.Make(operation.Request, Variant.Empty);
            ((IAmazonWebServiceRequest)request).AddBeforeRequestHandler(
                static (_, arguments) => ((WebServiceRequestEventArgs)arguments).Headers["x-of-the-user"] = "1");
            return request;
        }
    }

    [Fact]
    public async Task A_request_with_a_handler_teaches_nothing_to_those_without()
    {
        var service = Service.Of("s3");
        var operation = service.Find("GetObjectMetadata");
        using var pair = new PipelinePair(service, Target.Aws);
        var request = RequestFiller.Make(operation.Request, Variant.Empty);
        ((IAmazonWebServiceRequest)request).AddBeforeRequestHandler(
            static (_, arguments) => ((WebServiceRequestEventArgs)arguments).Headers["x-of-the-user"] = "1");
        await pair.LearnAsync(operation, request);

        var (isLean, _) = await pair.LearnAsync(operation, RequestFiller.Make(operation.Request, Variant.Empty));

        Assert.True(isLean);
    }

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
