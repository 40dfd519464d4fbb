using System.Net;
using Amazon.EC2;
using Amazon.S3;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Behaviour;

public sealed class ProgrammedErrorTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private AmazonS3Client s3 = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        s3 = aws.S3();
    }

    public async Task DisposeAsync()
    {
        s3.Dispose();
        await aws.DisposeAsync();
    }

    [Fact]
    public async Task Errors_come_in_order_and_as_often_as_programmed()
    {
        aws.On("s3:ListBuckets").Fail(500, "InternalError", "first", times: 2).Fail(503, "SlowDown", times: 1);

        var codes = new List<string>();
        for (var i = 0; i < 4; i++)
            codes.Add(await Code(() => s3.ListBucketsAsync()));
        Assert.Equal(["InternalError", "InternalError", "SlowDown", "ok"], codes);
    }

    [Fact]
    public async Task An_operations_own_errors_come_before_its_services()
    {
        aws.On("s3:*").Fail(500, "InternalError", times: 1);
        aws.On("s3:ListBuckets").Fail(503, "SlowDown", times: 1);

        var codes = new List<string>();
        for (var i = 0; i < 3; i++)
            codes.Add(await Code(() => s3.ListBucketsAsync()));
        Assert.Equal(["SlowDown", "InternalError", "ok"], codes);
    }

    [Fact]
    public async Task An_unlikely_error_is_rare_and_comes_as_often_as_programmed()
    {
        aws.On("s3:ListBuckets").Fail(500, "InternalError", probability: 0.2, times: 2);

        var codes = new List<string>();
        for (var i = 0; i < 40; i++)
            codes.Add(await Code(() => s3.ListBucketsAsync()));
        Assert.Equal(2, codes.Count(code => code == "InternalError"));
        Assert.InRange(codes.LastIndexOf("InternalError"), 3, 39);
    }

    [Fact]
    public async Task An_error_looks_as_the_service_would_say_it()
    {
        aws.On("ec2:*").Fail(503, "RequestLimitExceeded", "Request limit exceeded.");
        using var ec2 = aws.Ec2();
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeRegionsAsync());
        Assert.Equal(("RequestLimitExceeded", "Request limit exceeded."), (error.ErrorCode, error.Message));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);

        aws.On("lambda:ListFunctions").Fail(429, "TooManyRequestsException", "Rate exceeded");
        using var lambda = new SignedClient(aws, "lambda");
        using var answer = await lambda.SendAsync(HttpMethod.Get, "/2015-03-31/functions");
        Assert.Equal("TooManyRequestsException", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
    }

    [Fact]
    public async Task A_failed_call_changes_nothing()
    {
        aws.On("s3:PutObject").Fail(500, "InternalError", times: 1);
        var put = new Amazon.S3.Model.PutObjectRequest { BucketName = "bucket", Key = "key", ContentBody = "x" };

        Assert.Equal("InternalError", await Code(() => s3.PutObjectAsync(put)));
        Assert.Null(aws.S3.Get("bucket", "key"));
    }

    [Fact]
    public async Task A_predicate_chooses_the_calls()
    {
        aws.S3.Put("bucket", "good", "x");
        aws.S3.Put("bucket", "bad", "x");
        aws.On("s3:GetObject").Fail(500, "InternalError", when: request => request is { Method: "GET", Target: "/bucket/bad" });

        Assert.Equal("ok", await Code(() => s3.GetObjectAsync("bucket", "good")));
        Assert.Equal("InternalError", await Code(() => s3.GetObjectAsync("bucket", "bad")));
    }

    [Fact]
    public async Task A_predicate_that_throws_is_answered_with_its_exception()
    {
        aws.On("s3:ListBuckets").Fail(500, "Programmed", when: _ => throw new InvalidOperationException("typo"));

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.ListBucketsAsync());
        Assert.Equal("The embedded endpoint failed in s3:ListBuckets: InvalidOperationException: typo", error.Message);
    }

    [Fact]
    public async Task A_probability_repeats_for_its_seed()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            aws.On("s3:ListBuckets").Clear();
            aws.On("s3:ListBuckets").Fail(500, "InternalError", probability: 0.5, seed: 11);
            var codes = new List<string>();
            for (var i = 0; i < 20; i++)
                codes.Add(await Code(() => s3.ListBucketsAsync()));
            Assert.Equal(2, codes.Distinct().Count());
            runs.Add(string.Join(' ', codes));
        }
        Assert.Equal(runs[0], runs[1]);
    }

    [Fact]
    public void An_operation_that_is_not_implemented_is_refused_with_near_names()
    {
        var error = Assert.Throws<ArgumentException>(() => aws.On("s3:HeadObjects"));
        Assert.StartsWith("The embedded endpoint does not implement 's3:HeadObjects'. Near it: s3:HeadObject, ", error.Message);
        Assert.Throws<ArgumentException>(() => aws.On("kms:*"));
        Assert.Throws<ArgumentOutOfRangeException>(() => aws.On("s3:*").Fail(200, "Fine"));
        Assert.Throws<ArgumentOutOfRangeException>(() => aws.On("s3:*").Fail(500, "X", times: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => aws.On("s3:*").Fail(500, "X", probability: double.NaN));
        Assert.Same(aws.On("s3:HeadObject"), aws.On("s3:HeadObject"));
    }

    private static async Task<string> Code<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return "ok";
        }
        catch (AmazonS3Exception error)
        {
            return error.ErrorCode;
        }
    }
}
