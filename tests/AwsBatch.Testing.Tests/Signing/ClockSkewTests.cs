using System.Globalization;
using System.Net;
using Amazon.EC2;
using Amazon.S3;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Signing;

public sealed class ClockSkewTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public async Task A_client_is_refused_in_each_services_words_and_learns_the_time_from_the_answer(int minutes)
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.ClockSkew = TimeSpan.FromMinutes(minutes);
        using var s3 = aws.S3();
        using var ec2 = aws.Ec2();

        var skewed = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.ListBucketsAsync());
        Assert.Equal(("RequestTimeTooSkewed", HttpStatusCode.Forbidden), (skewed.ErrorCode, skewed.StatusCode));
        await s3.ListBucketsAsync();

        // The SDK keeps what it learnt per endpoint, which here is that of S3 too.
        aws.ClockSkew = TimeSpan.Zero;
        var expired = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeRegionsAsync());
        Assert.Equal(("RequestExpired", HttpStatusCode.BadRequest), (expired.ErrorCode, expired.StatusCode));
    }

    [Theory]
    [InlineData(20, "Signature expired: ", " - 15 min.)")]
    [InlineData(-20, "Signature not yet current: ", " + 15 min.)")]
    public async Task Most_services_name_the_servers_time_in_the_message_and_all_in_the_date(int minutes, string start, string end)
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.ClockSkew = TimeSpan.FromMinutes(minutes);
        using var lambda = new SignedClient(aws, "lambda");

        using var answer = await lambda.SendAsync(HttpMethod.Get, "/2015-03-31/functions");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("InvalidSignatureException", Assert.Single(answer.Headers.GetValues("x-amzn-ErrorType")));
        Assert.Contains(start, text);
        // JSON escapes the plus sign.
        Assert.Contains(end, text.Replace("\\u002B", "+", StringComparison.Ordinal));
        var named = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..][..16];
        var server = DateTimeOffset.ParseExact(named, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange((server - answer.Headers.Date!.Value).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        var ahead = answer.Headers.Date.Value - TimeProvider.System.GetUtcNow();
        Assert.InRange((ahead - aws.ClockSkew).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_small_skew_only_shows_in_the_date()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.ClockSkew = TimeSpan.FromMinutes(10);
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Date > TimeProvider.System.GetUtcNow().AddMinutes(9));
    }
}
