using Amazon.EC2.Model;
using Amazon.Lambda.Model;
using Amazon.S3.Model;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>Requirement 1, as the endpoint sees it.</summary>
public sealed class ConcurrencyOnTheWire(World world) : IClassFixture<World>
{
    private IAwsBatch Aws => world.Services.GetRequiredService<IAwsBatch>();

    [Fact]
    public async Task Three_services_at_two_overlap_and_take_less_time_than_one_after_the_other()
    {
        foreach (var operation in new[] { "s3:ListBuckets", "ec2:DescribeInstances", "lambda:ListFunctions" })
            world.Endpoint.On(operation).Latency = LatencyDistribution.Constant(TimeSpan.FromMilliseconds(150));
        world.Endpoint.Wire.Reset();

        var results = await Aws.RunAsync(
            [
                IS3Batch.ListBuckets(new ListBucketsRequest()),
                IEc2Batch.DescribeInstances(new DescribeInstancesRequest()),
                ILambdaBatch.ListFunctions(new ListFunctionsRequest()),
            ],
            new BatchOptions { Concurrency = 2 });

        Assert.Equal(3, results.Succeeded.Count);
        Assert.Equal(2, world.Endpoint.Wire.PeakInFlight);
        Assert.True(results.Summary.WallTime < results.Summary.BusyTime, results.Summary.ToString());
    }

    [Fact]
    public async Task The_cap_holds_on_the_wire()
    {
        world.Endpoint.On("s3:HeadObject").Latency = LatencyDistribution.Uniform(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(8), seed: 5);
        world.Endpoint.Wire.Reset();

        var heads = await world.Services.GetRequiredService<IS3Batch>().HeadObjectBatchAsync(
            Enumerable.Range(0, 200).Select(number => new GetObjectMetadataRequest { BucketName = World.Bucket, Key = $"key-{number % 20}" }),
            new BatchOptions { Concurrency = 7 });

        Assert.Equal(200, heads.Succeeded.Count);
        Assert.InRange(world.Endpoint.Wire["s3:HeadObject"].PeakInFlight, 4, 7); // a busy machine may not get to seven
        Assert.Equal(heads.Summary.Attempts, world.Endpoint.Wire["s3:HeadObject"].Requests);
    }

    [Fact]
    public async Task After_a_fail_fast_failure_nothing_reaches_the_endpoint()
    {
        world.Endpoint.Wire.Reset();

        await Assert.ThrowsAsync<BatchFailedException>(() => Aws.RunAsync(
            [
                ILambdaBatch.GetFunction(new GetFunctionRequest { FunctionName = "no-such-function" }),
                IS3Batch.ListBuckets(new ListBucketsRequest()),
                IEc2Batch.DescribeInstances(new DescribeInstancesRequest()),
            ],
            new BatchOptions { Concurrency = 1, FailFast = true }));

        Assert.Equal(1, world.Endpoint.Wire.Requests);
    }
}
