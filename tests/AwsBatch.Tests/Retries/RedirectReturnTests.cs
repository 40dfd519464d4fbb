using System.Net;
using Amazon.S3;
using AwsBatch.Retries;

namespace AwsBatch.Tests.Retries;

public sealed class RedirectReturnTests
{
    [Theory]
    [InlineData("https://bucket.s3.us-west-2.amazonaws.com/key", "us-west-2")]
    [InlineData("https://bucket.s3-us-west-2.amazonaws.com/key", "us-west-2")]
    [InlineData("https://bucket.s3.cn-north-1.amazonaws.com.cn/key", "cn-north-1")]
    [InlineData("https://s3.us-west-2.amazonaws.com/bucket/key", "us-west-2")]
    [InlineData("https://s3-us-west-2.amazonaws.com/bucket/key", "us-west-2")]
    [InlineData("https://bucket.s3.dualstack.us-west-2.amazonaws.com/key", "us-west-2")]
    [InlineData("https://s3.dualstack.us-west-2.amazonaws.com/bucket/key", "us-west-2")]
    [InlineData("https://bucket.s3-fips.us-gov-west-1.amazonaws.com/key", "us-gov-west-1")]
    [InlineData("https://bucket.s3-fips.dualstack.us-gov-west-1.amazonaws.com/key", "us-gov-west-1")]
    [InlineData("https://s3.dualstack.amazonaws.com/bucket/key", null)]
    [InlineData("https://bucket.s3.amazonaws.com/key", null)]
    [InlineData("https://s3.amazonaws.com/bucket/key", null)]
    [InlineData("https://bucket.s3-gztb4pa9sq.amazonaws.com/key?rk=e2c69a31", null)]
    [InlineData("https://bucket.s3-external-1.amazonaws.com/key", null)]
    [InlineData("https://bucket.s3-not-any-region.amazonaws.com/key", null)]
    [InlineData("https://elsewhere.invalid/key", null)]
    [InlineData("/relative", null)]
    public async Task A_redirect_of_s3_is_one_request_and_says_where_the_bucket_lies(string location, string? region)
    {
        var s3 = Redirecting(location);
        using var client = new RecordedS3(request => Send(s3, request)).Client();

        var exception = await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetObjectAsync("bucket", "key"));

        Assert.Equal(1, s3.Requests);
        Assert.Equal(region, S3Answer.Assess(exception).Region);
    }

    [Fact]
    public async Task Without_it_the_sdk_sends_a_second_request_that_nobody_counts()
    {
        var s3 = Redirecting("https://bucket.s3.us-west-2.amazonaws.com/key", times: 1);
        using var client = new RecordedS3(s3.Answer).Client();

        await Record.ExceptionAsync(() => client.GetObjectAsync("bucket", "key"));

        Assert.Equal(2, s3.Requests);
    }

    private static Redirector Redirecting(string location, int times = int.MaxValue) => new(location, times);

    private static HttpResponseMessage Send(Redirector inner, HttpRequestMessage request)
    {
        using var invoker = new HttpMessageInvoker(new RedirectReturn { InnerHandler = inner });
        return invoker.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
    }

    private sealed class Redirector(string location, int times) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        public HttpResponseMessage Answer(HttpRequestMessage request)
        {
            if (++Requests > times)
                return new HttpResponseMessage(HttpStatusCode.NotFound);

            var answer = RecordedS3.Error(HttpStatusCode.TemporaryRedirect, "TemporaryRedirect");
            answer.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
            return answer;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Answer(request));
    }
}
