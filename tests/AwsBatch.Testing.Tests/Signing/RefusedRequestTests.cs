using System.Net;
using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Signing;

public sealed class RefusedRequestTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;

    public async Task InitializeAsync() => aws = await AwsEndpoint.StartAsync();

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task A_wrong_secret_does_not_match()
    {
        var wrong = new BasicAWSCredentials(aws.Credentials.GetCredentials().AccessKey, "wrong");
        using var s3 = aws.S3(wrong);
        using var ec2 = aws.Ec2(wrong);

        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.ListBucketsAsync())).ErrorCode);
        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeRegionsAsync())).ErrorCode);
        Assert.Equal((1, 1), (aws.Wire["s3:ListBuckets"].Requests, aws.Wire["ec2:DescribeRegions"].Requests));
    }

    [Fact]
    public async Task A_programmed_error_is_not_spent_on_who_is_refused_anyway()
    {
        aws.On("s3:ListBuckets").Fail(503, "SlowDown", times: 1);
        using var stranger = aws.S3(new BasicAWSCredentials(aws.Credentials.GetCredentials().AccessKey, "wrong"));
        using var s3 = aws.S3();

        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAsync<AmazonS3Exception>(() => stranger.ListBucketsAsync())).ErrorCode);
        Assert.Equal("SlowDown", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.ListBucketsAsync())).ErrorCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_an_invalid_signature_to_most_services()
    {
        var wrong = new BasicAWSCredentials(aws.Credentials.GetCredentials().AccessKey, "wrong");
        using var dynamoDb = aws.DynamoDb(wrong);
        using var sts = aws.Sts(wrong);

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => dynamoDb.ListTablesAsync());
        Assert.Equal(("InvalidSignatureException", HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
        var query = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.GetCallerIdentityAsync(new()));
        Assert.Equal("SignatureDoesNotMatch", query.ErrorCode);
    }

    [Fact]
    public async Task An_unknown_key_is_refused_in_each_services_words()
    {
        var unknown = new BasicAWSCredentials("AKIAUNKNOWN", "secret");
        using var s3 = aws.S3(unknown);
        using var ec2 = aws.Ec2(unknown);

        Assert.Equal("InvalidAccessKeyId", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.ListBucketsAsync())).ErrorCode);
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeRegionsAsync(new DescribeRegionsRequest()));
        Assert.Equal(("AuthFailure", HttpStatusCode.Unauthorized), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task To_services_of_the_JSON_protocols_it_is_a_bad_request_except_to_SQS_which_keeps_what_it_said_before()
    {
        var unknown = new BasicAWSCredentials("AKIAUNKNOWN", "secret");
        using var dynamoDb = aws.DynamoDb(unknown);
        using var ssm = aws.Ssm(unknown);
        using var sqs = aws.Sqs(unknown);

        Assert.Equal(("UnrecognizedClientException", HttpStatusCode.BadRequest), await RefusalAsync(dynamoDb.ListTablesAsync()));
        Assert.Equal(("UnrecognizedClientException", HttpStatusCode.BadRequest), await RefusalAsync(ssm.DescribeParametersAsync(new())));
        Assert.Equal(("InvalidClientTokenId", HttpStatusCode.Forbidden), await RefusalAsync(sqs.ListQueuesAsync("")));
    }

    private static async Task<(string Code, HttpStatusCode Status)> RefusalAsync(Task call)
    {
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => call);
        return (error.ErrorCode, error.StatusCode);
    }

    [Theory]
    [InlineData("s3", "/", "AccessDenied")]
    [InlineData("lambda", "/2015-03-31/functions", "MissingAuthenticationToken")]
    public async Task An_unsigned_request_is_refused(string service, string path, string code)
    {
        using var raw = new SignedClient(aws, service);
        using var answer = await raw.SendAsync(HttpMethod.Get, path, change: request => request.Headers.Remove("Authorization"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(code, answer.Headers + await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_signed_twenty_minutes_ago_is_too_old()
    {
        using var raw = new SignedClient(aws, "s3");
        using var answer = await raw.SendAsync(HttpMethod.Get, "/", signedAt: TimeProvider.System.GetUtcNow().AddMinutes(-20));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<Code>RequestTimeTooSkewed</Code>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_other_than_the_signed_one_is_refused()
    {
        aws.S3.CreateBucket("bucket");
        using var raw = new SignedClient(aws, "s3");
        using var answer = await raw.SendAsync(
            HttpMethod.Put, "/bucket/key", body: "signed", change: request => request.Content = new StringContent("forged"));

        Assert.Contains("<Code>XAmzContentSHA256Mismatch</Code>", await answer.Content.ReadAsStringAsync());
        Assert.Null(aws.S3.Get("bucket", "key"));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_named_with_its_operation()
    {
        using var raw = new SignedClient(aws, "kms");
        using var answer = await raw.SendAsync(
            HttpMethod.Post, "/", body: "{}", change: request => request.Headers.Add("X-Amz-Target", "TrentService.ListKeys"));

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Equal(
            """{"__type":"NotImplemented","message":"The embedded endpoint does not implement kms:ListKeys."}""",
            await answer.Content.ReadAsStringAsync());
    }
}
