using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.S3;
using AwsBatch.Testing.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Behaviour.Faults;

public sealed class ThrottleTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider time = new();
    private AwsEndpoint aws = null!;
    private AmazonS3Client s3 = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        aws.S3.CreateBucket("bucket");
        s3 = aws.S3();
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => s3.Dispose();

    [Fact]
    public async Task A_bucket_starts_full_and_refills_by_the_endpoints_clock()
    {
        aws.On("s3:ListBuckets").Throttle(perSecond: 2, burst: 3);

        Assert.Equal("ok ok ok SlowDown SlowDown", await Codes(5));
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal("ok SlowDown", await Codes(2));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ok ok ok SlowDown", await Codes(4));
        Assert.Equal(new OperationCount(11, 0, 1) { Refused = 4, Throttled = 4 }, aws.Wire["s3:ListBuckets"]);
    }

    [Fact]
    public async Task A_call_that_one_bucket_refuses_takes_no_token_of_another()
    {
        aws.On("s3:ListBuckets").Throttle(perSecond: 0, burst: 2);
        aws.On("s3:*").Throttle(perSecond: 1, burst: 1);

        Assert.Equal("ok SlowDown SlowDown", await Codes(3));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ok", await Codes(1));
    }

    [Fact]
    public async Task Each_service_throttles_in_its_own_words()
    {
        aws.On("s3:*").Throttle(0, 1);
        aws.On("ec2:*").Throttle(0, 1);
        aws.On("lambda:*").Throttle(0, 1);
        using var ec2 = aws.Ec2();
        using var lambda = new SignedClient(aws, "lambda");

        await s3.ListBucketsAsync();
        var slow = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.ListBucketsAsync());
        Assert.Equal(("SlowDown", HttpStatusCode.ServiceUnavailable), (slow.ErrorCode, slow.StatusCode));

        await ec2.DescribeRegionsAsync();
        var limited = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeRegionsAsync());
        Assert.Equal(("RequestLimitExceeded", HttpStatusCode.ServiceUnavailable), (limited.ErrorCode, limited.StatusCode));

        using var first = await lambda.SendAsync(HttpMethod.Get, "/2015-03-31/functions");
        using var second = await lambda.SendAsync(HttpMethod.Get, "/2015-03-31/functions");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        Assert.Equal("TooManyRequestsException", Assert.Single(second.Headers.GetValues("x-amzn-ErrorType")));
    }

    [Theory]
    [InlineData("dynamodb", "ProvisionedThroughputExceededException")]
    [InlineData("sqs", "RequestThrottled")]
    [InlineData("ssm", "ThrottlingException")]
    [InlineData("sts", "Throttling")]
    public async Task Services_of_the_json_and_query_protocols_throttle_in_their_own_words_too(string service, string code)
    {
        aws.On($"{service}:*").Throttle(0, 1);
        using var dynamoDb = aws.DynamoDb();
        using var sqs = aws.Sqs();
        using var ssm = aws.Ssm();
        using var sts = aws.Sts();
        Func<Task> call = service switch
        {
            "dynamodb" => () => dynamoDb.ListTablesAsync(),
            "sqs" => () => sqs.ListQueuesAsync(""),
            "ssm" => () => ssm.DescribeParametersAsync(new()),
            _ => () => sts.GetCallerIdentityAsync(new()),
        };

        await call();
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(call);
        Assert.Equal((code, HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task One_throttle_injected_twice_is_one_bucket_and_says_what_it_is_told_to()
    {
        var throttle = Fault.Throttle(0, 2, 429, "Throttling", new Dictionary<string, string> { ["x-amz-retry-after"] = "1500" });
        aws.On("s3:ListBuckets").Inject(throttle);
        aws.On("s3:HeadBucket").Inject(throttle);
        using var raw = new SignedClient(aws, "s3");

        await s3.ListBucketsAsync();
        await s3.HeadBucketAsync(new() { BucketName = "bucket" });
        using var refused = await raw.SendAsync(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("1500", Assert.Single(refused.Headers.GetValues("x-amz-retry-after")));
        Assert.Contains("<Code>Throttling</Code>", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Impossible_buckets_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Throttle(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Throttle(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Throttle(1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Throttle(1, 1, statusCode: 200));
    }

    private async Task<string> Codes(int calls)
    {
        var codes = new List<string>();
        for (var i = 0; i < calls; i++)
        {
            var error = await Record.ExceptionAsync(() => s3.ListBucketsAsync());
            codes.Add(error is null ? "ok" : Assert.IsType<AmazonS3Exception>(error).ErrorCode);
        }
        return string.Join(' ', codes);
    }
}
