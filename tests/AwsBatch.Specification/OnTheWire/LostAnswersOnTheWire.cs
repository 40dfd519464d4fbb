using Amazon.Lambda.Model;
using Amazon.S3.Model;
using AwsBatch.Specification.OnTheWire.Support;
using AwsBatch.Testing;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>A write whose answer was lost may have been done: it is done again only where twice is the same as once.</summary>
public sealed class LostAnswersOnTheWire
{
    private static readonly Fault Late = Fault.SlowHeaders(LatencyDistribution.Constant(TimeSpan.FromMinutes(1)));

    [Theory]
    [InlineData("s3:CreateMultipartUpload", false)]
    [InlineData("s3:CreateMultipartUpload", true)]
    [InlineData("lambda:Invoke", false)]
    [InlineData("lambda:Invoke", true)]
    public async Task What_must_not_be_done_twice_is_sent_once_and_its_outcome_called_unknown(string operation, bool tls)
    {
        await using var world = await World.StartAsync(new AwsEndpointOptions { Https = tls });
        world.Endpoint.On(operation).Inject(Fault.Reset(ResetPoint.AfterExecution));

        var item = await SendAsync(world, operation, new BatchOptions());

        Assert.Equal((BatchErrorKind.Network, 1), (item.Error?.Kind, item.Attempts));
        Assert.Contains("outcome is unknown", item.Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, world.Endpoint.Wire[operation].Requests);
    }

    [Fact]
    public async Task An_answer_that_is_too_late_is_a_lost_one()
    {
        await using var world = await World.StartAsync();
        Assert.True((await SendAsync(world, "lambda:Invoke", new BatchOptions())).IsSuccess);
        world.Endpoint.On("lambda:Invoke").Inject(Late);

        var item = await SendAsync(world, "lambda:Invoke", new BatchOptions { AttemptTimeout = TimeSpan.FromSeconds(1) });

        Assert.Equal((BatchErrorKind.Timeout, 1), (item.Error?.Kind, item.Attempts));
        Assert.Contains("outcome is unknown", item.Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, world.Endpoint.Wire["lambda:Invoke"].Requests);
    }

    [Theory]
    [InlineData("s3:PutObject")]
    [InlineData("s3:DeleteObject")]
    [InlineData("s3:ListObjectsV2")]
    [InlineData("ec2:DescribeInstances")]
    public async Task What_may_be_done_twice_is_and_both_count(string operation)
    {
        await using var world = await World.StartAsync(clock: new FastClock(10));
        world.Endpoint.On(operation).Inject(Fault.Reset(ResetPoint.AfterExecution), times: 1);

        var item = Assert.Single(await WireCall.Of(operation).SendAsync(world, 1, new BatchOptions()));

        WireAssert.Succeeded([item]);
        Assert.Equal((2, 2), (item.Attempts, (int)world.Endpoint.Wire[operation].Requests));
    }

    private static async Task<BatchItem> SendAsync(World world, string operation, BatchOptions options) => operation == "lambda:Invoke"
        ? (await world.Lambda.InvokeBatchAsync([new InvokeRequest { FunctionName = "echo", Payload = "{}" }], options))[0]
        : (await world.S3.CreateMultipartUploadBatchAsync([new InitiateMultipartUploadRequest { BucketName = World.Bucket, Key = "large" }], options))[0];
}
