using Amazon.Runtime;
using Amazon.S3.Model;
using AwsBatch.Specification.OnTheWire.Support;
using AwsBatch.Testing;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>What a request was addressed or signed wrongly for is put right, by one attempt more.</summary>
public sealed class CorrectionsOnTheWire
{
    private static readonly BatchOptions OneByOne = new() { Concurrency = 1, Dedupe = DedupeMode.Off };

    [Theory]
    [InlineData("s3:HeadObject")]
    [InlineData("s3:PutObject")]
    [InlineData("ec2:DescribeInstances")]
    [InlineData("ec2:RunInstances")]
    public async Task A_wrong_clock_costs_the_first_request_one_attempt(string operation)
    {
        await using var world = await World.StartAsync();
        world.Endpoint.ClockSkew = TimeSpan.FromHours(1);

        var items = await WireCall.Of(operation).SendAsync(world, 3, OneByOne);

        WireAssert.Succeeded(items);
        Assert.Equal([2, 1, 1], items.Select(item => item.Attempts));
        WireAssert.CountsAgree(world, operation, items);
        await ForgetSkewAsync(world, operation);
    }

    [Theory]
    [InlineData("s3:HeadObject")]
    [InlineData("ec2:DescribeInstances")]
    public async Task A_wrong_clock_costs_no_item_of_many(string operation)
    {
        await using var world = await World.StartAsync();
        world.Endpoint.ClockSkew = TimeSpan.FromHours(1);

        var items = await WireCall.Of(operation).SendAsync(world, 200, new BatchOptions { Concurrency = 16, Dedupe = DedupeMode.Off });

        WireAssert.Succeeded(items);
        WireAssert.CountsAgree(world, operation, items);
        await ForgetSkewAsync(world, operation);
    }

    [Theory]
    [InlineData("s3:HeadObject", PipelineMode.Lean)]
    [InlineData("s3:HeadObject", PipelineMode.Sdk)]
    [InlineData("s3:PutObject", PipelineMode.Lean)]
    [InlineData("ec2:DescribeInstances", PipelineMode.Lean)]
    [InlineData("ec2:DescribeInstances", PipelineMode.Sdk)]
    public async Task A_clock_put_right_costs_no_item_either(string operation, PipelineMode pipeline)
    {
        await using var world = await World.StartAsync(configure: (aws, _) => aws.Pipeline = pipeline);
        world.Endpoint.ClockSkew = TimeSpan.FromHours(1);
        var before = await WireCall.Of(operation).SendAsync(world, 3, OneByOne);

        // Seen from here, the two clocks agree again; the next requests are still signed with the difference.
        world.Endpoint.ClockSkew = TimeSpan.Zero;
        var after = await WireCall.Of(operation).SendAsync(world, 200, new BatchOptions { Concurrency = 16, Dedupe = DedupeMode.Off });

        WireAssert.Succeeded([.. before, .. after]);
        Assert.Contains(after, item => item.Attempts == 2);
        WireAssert.CountsAgree(world, operation, [.. before, .. after]);
    }

    [Theory]
    [InlineData("s3:ListObjectsV2")]
    [InlineData("s3:PutObject")]
    [InlineData("ec2:DescribeInstances")]
    public async Task Expired_session_credentials_are_replaced(string operation)
    {
        await using var world = await World.StartAsync(configure: static (aws, endpoint) => aws.Credentials = new Sessions(endpoint, calls: 4));

        var items = await WireCall.Of(operation).SendAsync(world, 12, OneByOne);

        WireAssert.Succeeded(items);
        Assert.Equal([1, 1, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1], items.Select(item => item.Attempts));
        WireAssert.CountsAgree(world, operation, items);
    }

    [Theory]
    [InlineData("s3:HeadObject", false)]
    [InlineData("s3:ListObjectsV2", false)]
    [InlineData("s3:PutObject", true)]
    [InlineData("s3:DeleteObject", true)]
    public async Task A_bucket_elsewhere_is_asked_in_its_region(string operation, bool malformed)
    {
        await using var world = await World.StartAsync();
        var regions = new List<string?>();
        world.Endpoint.On(operation)
            .Inject(malformed ? Fault.AuthorizationHeaderMalformed("eu-west-1") : Fault.PermanentRedirect("eu-west-1"))
            .Observe(request => regions.Add(request.SigningRegion));

        var item = Assert.Single(await WireCall.Of(operation).SendAsync(world, 1, OneByOne));

        WireAssert.Succeeded([item]);
        Assert.Equal(("eu-west-1", 2), (item.Target.Region, item.Attempts));
        Assert.Equal(["us-east-1", "eu-west-1"], regions);
        WireAssert.CountsAgree(world, operation, [item]);
    }

    [Theory]
    [InlineData("s3:ListObjectsV2")]
    [InlineData("s3:PutObject")]
    public async Task Only_the_first_request_to_a_bucket_elsewhere_goes_astray(string operation)
    {
        await using var world = await World.StartAsync();
        world.Endpoint.On(operation).Inject(Fault.PermanentRedirect("eu-west-1"));

        var items = await WireCall.Of(operation).SendAsync(world, 3, OneByOne);

        WireAssert.Succeeded(items);
        Assert.Equal([2, 1, 1], items.Select(item => item.Attempts));
        Assert.All(items, item => Assert.Equal("eu-west-1", item.Target.Region));
        WireAssert.CountsAgree(world, operation, items);
    }

    [Fact]
    public async Task A_redirect_to_another_address_is_not_followed_behind_the_cores_back()
    {
        await using var elsewhere = await AwsEndpoint.StartAsync();
        await using var world = await World.StartAsync(clock: new FastClock(10));
        world.Endpoint.On("s3:PutObject").Inject(Fault.TemporaryRedirect(elsewhere.Url), times: 1);

        var items = await WireCall.Of("s3:PutObject").SendAsync(world, 1, OneByOne);

        WireAssert.Succeeded(items);
        Assert.Equal(2, items[0].Attempts);
        WireAssert.CountsAgree(world, "s3:PutObject", items);
        Assert.Equal(0, elsewhere.Wire.Requests);
    }

    [Theory]
    [InlineData("s3:HeadObject")]
    [InlineData("s3:DeleteObject")]
    [InlineData("ec2:RunInstances")]
    public async Task A_misdirected_request_is_sent_once_more(string operation)
    {
        await using var world = await World.StartAsync();
        world.Endpoint.On(operation).Fail(421, "MisdirectedRequest", times: 1);

        var items = await WireCall.Of(operation).SendAsync(world, 2, OneByOne);

        WireAssert.Succeeded(items);
        Assert.Equal([2, 1], items.Select(item => item.Attempts));
        WireAssert.CountsAgree(world, operation, items);
    }

    [Fact]
    public async Task An_error_in_an_answer_of_success_is_retried()
    {
        await using var world = await World.StartAsync(clock: new FastClock(10));
        world.Endpoint.On("s3:CopyObject").Inject(Fault.ErrorInBody("InternalError"), times: 1);
        world.Endpoint.On("s3:CompleteMultipartUpload").Inject(Fault.ErrorInBody("InternalError"), times: 1);
        var upload = await world.S3.CreateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = World.Bucket, Key = "large" });
        var part = await world.S3.UploadPartAsync(new UploadPartRequest
        {
            BucketName = World.Bucket, Key = "large", UploadId = upload.UploadId, PartNumber = 1, InputStream = new MemoryStream([1, 2, 3]),
        });

        var copy = await world.S3.CopyObjectBatchAsync(
            [new CopyObjectRequest { SourceBucket = World.Bucket, SourceKey = "key-1", DestinationBucket = World.Bucket, DestinationKey = "copy" }]);
        var complete = await world.S3.CompleteMultipartUploadBatchAsync(
            [new CompleteMultipartUploadRequest { BucketName = World.Bucket, Key = "large", UploadId = upload.UploadId, PartETags = [new(1, part.ETag)] }]);

        WireAssert.Succeeded([copy[0], complete[0]]);
        Assert.Equal((2, 2), (copy[0].Attempts, complete[0].Attempts));
        Assert.Equal(2, world.Endpoint.Wire["s3:CopyObject"].Requests);
        Assert.Equal(2, world.Endpoint.Wire["s3:CompleteMultipartUpload"].Requests);
        Assert.NotNull(world.Endpoint.S3.Get(World.Bucket, "copy"));
        Assert.Equal([1, 2, 3], world.Endpoint.S3.Get(World.Bucket, "large")!.Value.ToArray());
    }

    // The SDK remembers the difference by address as long as the process lives, and the next endpoint may get this one's.
    private static async Task ForgetSkewAsync(World world, string operation)
    {
        world.Endpoint.ClockSkew = TimeSpan.Zero;
        await WireCall.Of(operation).SendAsync(world, 1, OneByOne);
    }

    /// <summary>Sessions that each last for so many calls, a new one whenever asked.</summary>
    private sealed class Sessions(AwsEndpoint endpoint, int calls) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => endpoint.IssueSession(calls: calls).GetCredentials();
    }
}
