using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.KeyManagementService;
using Amazon.Runtime.Endpoints;
using Amazon.S3;
using Amazon.S3.Internal;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;
using Amazon.SQS;
using AwsBatch.Dynamic.Core;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Dynamic.Tests.Execution;

/// <summary>Requests of JSON take the same short way as those of generated code.</summary>
public sealed class LeanTests
{
    [Theory]
    // The SDK's own chain asks for an endpoint each time, the short way for the first request of a bucket.
    [InlineData(PipelineMode.Lean, 2)]
    [InlineData(PipelineMode.Sdk, 20)]
    public async Task The_endpoint_of_a_bucket_is_learnt_once(PipelineMode pipeline, int resolved)
    {
        await using var endpoint = await AwsEndpoint.StartAsync();
        endpoint.S3.CreateBucket("one");
        endpoint.S3.CreateBucket("two");
        var endpoints = new CountedEndpoints();
        var services = new ServiceCollection();
        services.AddAwsBatchDynamic(aws => aws.UseEndpoint(endpoint).ConfigureClient<AmazonS3Config>(config => config.EndpointProvider = endpoints).Pipeline = pipeline);
        await using var provider = services.BuildServiceProvider();

        var results = await provider.GetRequiredService<IAwsBatch>().RunAsync(
            [.. Enumerable.Range(0, 20).Select(number => DynamicRequest.Create("s3", "ListObjectsV2", Json.Of($$"""{"Bucket":"{{(number < 10 ? "one" : "two")}}","Prefix":"{{number}}"}""")))],
            new BatchOptions { Concurrency = 1 });

        Assert.Empty(results.Failed);
        Assert.Equal(resolved, endpoints.Resolved);
    }

    [Theory]
    [InlineData(typeof(IAmazonS3))]
    [InlineData(typeof(IAmazonDynamoDB))]
    [InlineData(typeof(IAmazonEC2))]
    [InlineData(typeof(IAmazonSQS))]
    [InlineData(typeof(IAmazonSimpleSystemsManagement))]
    [InlineData(typeof(IAmazonSecurityTokenService))]
    [InlineData(typeof(IAmazonKeyManagementService))]
    public void The_endpoints_of_a_service_are_known(Type service) => Assert.True(EndpointRules.Of(service).AreKnown);

    [Fact]
    public void An_endpoint_depends_on_what_the_generator_says()
    {
        Assert.Equal("one", Parameter<IAmazonS3>(new GetObjectMetadataRequest { BucketName = "one", Key = "k" }));
        Assert.Equal("two", Parameter<IAmazonS3>(new CopyObjectRequest { SourceBucket = "one", DestinationBucket = "two" }));
        Assert.Null(Parameter<IAmazonS3>(new ListBucketsRequest()));
        Assert.Equal("t", Parameter<IAmazonDynamoDB>(new GetItemRequest { TableName = "t" }));
        Assert.Equal("t", Parameter<IAmazonDynamoDB>(new BatchGetItemRequest { RequestItems = new() { ["t"] = new() } }));
        Assert.Null(Parameter<IAmazonDynamoDB>(new BatchGetItemRequest()));
        Assert.Null(EndpointRules.Of(typeof(IAmazonEC2)).ParameterOf(typeof(DescribeInstancesRequest)));
    }

    private static string? Parameter<TService>(object request) => EndpointRules.Of(typeof(TService)).ParameterOf(request.GetType())?.Invoke(request);

    private sealed class CountedEndpoints : IEndpointProvider
    {
        private readonly AmazonS3EndpointProvider inner = new();
        private int resolved;

        public int Resolved => resolved;

        public Amazon.Runtime.Endpoints.Endpoint ResolveEndpoint(EndpointParameters parameters)
        {
            Interlocked.Increment(ref resolved);
            return inner.ResolveEndpoint(parameters);
        }
    }
}
