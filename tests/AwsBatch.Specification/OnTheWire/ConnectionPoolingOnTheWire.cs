using Amazon.EC2.Model;
using Amazon.Lambda.Model;
using Amazon.S3.Model;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>Requirement 4, connection pooling by service, and the pools of requirement 5, as the endpoint sees them.</summary>
public sealed class ConnectionPoolingOnTheWire
{
    [Fact]
    public async Task Connection_reuse_for_bulk_operations()
    {
        await using var world = await World.StartAsync(new AwsEndpointOptions { Https = true });
        world.Endpoint.On("s3:ListObjectsV2").Latency = LatencyDistribution.Constant(TimeSpan.FromMilliseconds(200));

        // The first call of a process compiles the SDK's way; the figures are those of the calls after it.
        Assert.Equal(50, (await ListAsync(world, concurrency: 10)).Succeeded.Count);
        var results = await ListAsync(world, concurrency: 10);

        Assert.Equal(50, results.Succeeded.Count);
        Assert.Equal(100, world.Endpoint.Wire.Requests);
        Assert.InRange(world.Endpoint.Wire.Handshakes, 1, 10);
        Assert.InRange(world.Endpoint.Wire.Connections, 1, 10);

        // Ten at a time is far faster than one at a time; by how much the machine's load decides.
        var sequential = await ListAsync(world, concurrency: 1);
        Assert.InRange(world.Endpoint.Wire.Handshakes, 1, 10);
        Assert.True(
            results.Summary.WallTime * 3 < sequential.Summary.WallTime,
            $"in parallel {results.Summary}; one after the other {sequential.Summary}");
    }

    [Fact]
    public async Task Each_service_has_connections_of_its_own()
    {
        await using var world = await World.StartAsync();

        for (var round = 0; round < 3; round++)
        {
            var results = await world.Services.GetRequiredService<IAwsBatch>().RunAsync(
                [
                    IS3Batch.ListBuckets(new ListBucketsRequest()),
                    IS3Batch.ListObjects(new ListObjectsRequest { BucketName = World.Bucket }),
                    IEc2Batch.DescribeInstances(new DescribeInstancesRequest()),
                    IEc2Batch.DescribeImages(new DescribeImagesRequest()),
                    ILambdaBatch.ListFunctions(new ListFunctionsRequest()),
                ],
                new BatchOptions { Concurrency = 1 });
            Assert.Equal(5, results.Succeeded.Count);
        }

        Assert.Equal(3, world.Endpoint.Wire.Connections);
    }

    private static Task<BatchResult<ListObjectsV2Request, ListObjectsV2Response>> ListAsync(World world, int concurrency) =>
        world.Services.GetRequiredService<IS3Batch>().ListObjectsV2BatchAsync(
            Enumerable.Range(0, 50).Select(number => new ListObjectsV2Request { BucketName = World.Bucket, Prefix = $"prefix-{number}" }),
            new BatchOptions { Concurrency = concurrency });
}
