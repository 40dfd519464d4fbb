using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Pipeline.Tests;

/// <summary>An endpoint that the SDK has to ask the service for, as of Timestream, is good for some minutes only.</summary>
public sealed class DiscoveredEndpointTests
{
    [Fact]
    public async Task Each_request_goes_to_the_endpoint_that_was_last_discovered()
    {
        var wire = new WireRecorder();
        using var client = Discovering.Create(wire);

        for (var request = 0; request < 3; request++)
            await client.SendAsync();

        Assert.Equal(["cell-1.example", "cell-2.example", "cell-3.example"], wire.Sent.Select(sent => sent.Headers["host"]));
    }

    private sealed class Discovering(AWSCredentials credentials, AmazonDynamoDBConfig config, LeanPipeline pipeline)
        : AmazonDynamoDBClient(credentials, config)
    {
        private int asked;

        public static Discovering Create(WireRecorder wire)
        {
            var config = (AmazonDynamoDBConfig)Target.Aws.Configure(
                Service.Of("dynamodb").Descriptor, new AnswerReplay { InnerHandler = wire });
            return new(Target.Aws.Credentials, config, new LeanPipeline(config, new HttpMessageInvoker(wire), new FakeTimeProvider()));
        }

        public async Task SendAsync()
        {
            Task? call = null;
            System.Threading.ExecutionContext.Run(new Invocation().Extend(caller: null), _ => call = InvokeAsync<ListTablesResponse>(
                new ListTablesRequest(),
                new InvokeOptions
                {
                    RequestMarshaller = ListTablesRequestMarshaller.Instance,
                    ResponseUnmarshaller = ListTablesResponseUnmarshaller.Instance,
                    EndpointDiscoveryMarshaller = new Required(),
                    EndpointOperation = _ => [new DiscoveryEndpoint($"cell-{++asked}.example", cachePeriodInMinutes: 1)],
                },
                CancellationToken.None), null);
            await Assert.ThrowsAnyAsync<AmazonServiceException>(() => call!);
        }

        protected override void CustomizeRuntimePipeline(RuntimePipeline chain)
        {
            base.CustomizeRuntimePipeline(chain);
            pipeline.Attach(chain, base.CustomizeRuntimePipeline);
        }
    }

    private sealed class Required : IMarshaller<EndpointDiscoveryDataBase, AmazonWebServiceRequest>
    {
        public EndpointDiscoveryDataBase Marshall(AmazonWebServiceRequest input) => new EndpointDiscoveryData(required: true);
    }
}
