using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.S3;
using AwsBatch.Testing.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Signing;

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_ends_at_its_time_and_another_goes_on()
    {
        var time = new FakeTimeProvider();
        await using var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        using var s3 = aws.S3(aws.IssueSession(TimeSpan.FromHours(1)));
        using var next = aws.S3(aws.IssueSession(TimeSpan.FromHours(2)));

        time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        await s3.ListBucketsAsync();
        time.Advance(TimeSpan.FromTicks(1));

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.ListBucketsAsync());
        Assert.Equal(("ExpiredToken", HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
        await next.ListBucketsAsync();
    }

    [Fact]
    public async Task A_session_ends_after_its_calls()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        using var ec2 = aws.Ec2(aws.IssueSession(calls: 2));

        await ec2.DescribeRegionsAsync();
        await ec2.DescribeRegionsAsync();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeRegionsAsync());
        Assert.Equal(("RequestExpired", HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task A_session_is_nothing_without_its_own_token()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        var session = aws.IssueSession().GetCredentials();
        using var missing = aws.S3(new BasicAWSCredentials(session.AccessKey, session.SecretKey));
        using var wrong = aws.S3(new SessionAWSCredentials(session.AccessKey, session.SecretKey, "token"));

        Assert.Equal("InvalidAccessKeyId", (await Assert.ThrowsAsync<AmazonS3Exception>(() => missing.ListBucketsAsync())).ErrorCode);
        Assert.Equal("InvalidAccessKeyId", (await Assert.ThrowsAsync<AmazonS3Exception>(() => wrong.ListBucketsAsync())).ErrorCode);
        Assert.Throws<ArgumentOutOfRangeException>(() => aws.IssueSession(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => aws.IssueSession(calls: 0));
    }
}
