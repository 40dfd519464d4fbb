using System.Net;
using Amazon.S3;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Behaviour.Faults;

public sealed class S3FaultTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        aws.S3.Put("bucket", "key", "x");
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task A_copy_may_fail_in_the_body_of_a_200()
    {
        aws.On("s3:CopyObject").Inject(Fault.ErrorInBody("InternalError", "We encountered an internal error."), times: 1);
        using var s3 = aws.S3();

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.CopyObjectAsync("bucket", "key", "bucket", "copy"));

        Assert.Equal(("InternalError", HttpStatusCode.OK), (error.ErrorCode, error.StatusCode));
        Assert.Null(aws.S3.Get("bucket", "copy"));
        Assert.Equal(1, aws.Wire["s3:CopyObject"].Refused);
        await s3.CopyObjectAsync("bucket", "key", "bucket", "copy");
        Assert.NotNull(aws.S3.Get("bucket", "copy"));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.MovedPermanently, "<Code>PermanentRedirect</Code>")]
    [InlineData(false, HttpStatusCode.BadRequest, "the region 'us-east-1' is wrong; expecting 'eu-west-1'")]
    public async Task A_bucket_of_another_region_says_so_until_the_client_signs_for_that(bool redirect, HttpStatusCode status, string text)
    {
        aws.On("s3:*").Inject(redirect ? Fault.PermanentRedirect("eu-west-1") : Fault.AuthorizationHeaderMalformed("eu-west-1"));
        using var raw = new SignedClient(aws, "s3");
        using var s3 = aws.S3(configure: config => config.AuthenticationRegion = "eu-west-1");

        using var got = await raw.SendAsync(HttpMethod.Get, "/bucket/key");
        using var head = await raw.SendAsync(HttpMethod.Head, "/bucket/key");
        await s3.GetObjectMetadataAsync("bucket", "key");

        Assert.Contains(text, await got.Content.ReadAsStringAsync());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.All([got, head], answer =>
        {
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("eu-west-1", Assert.Single(answer.Headers.GetValues("x-amz-bucket-region")));
        });
    }

    [Fact]
    public async Task A_temporary_redirect_leads_to_the_same_object_elsewhere()
    {
        await using var other = await AwsEndpoint.StartAsync();
        aws.On("s3:GetObject").Inject(Fault.TemporaryRedirect(other.Url));
        var targets = new List<string>();
        other.On("s3:*").Observe(request => targets.Add(request.Target));
        using var raw = new SignedClient(aws, "s3");

        using var _ = await raw.SendAsync(HttpMethod.Get, "/bucket/key", "partNumber=1");

        Assert.Equal(["/bucket/key?partNumber=1"], targets);
    }

    [Fact]
    public async Task A_misdirected_request_and_retry_headers_are_ordinary_errors()
    {
        var headers = new Dictionary<string, string> { ["x-amz-retry-after"] = "1500", ["Retry-After"] = "2" };
        aws.On("s3:ListBuckets").Fail(421, "MisdirectedRequest", times: 1).Inject(Fault.Error(503, "SlowDown", headers: headers));
        using var raw = new SignedClient(aws, "s3");

        using var misdirected = await raw.SendAsync(HttpMethod.Get, "/");
        using var slow = await raw.SendAsync(HttpMethod.Get, "/");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, misdirected.StatusCode);
        Assert.Equal("1500", Assert.Single(slow.Headers.GetValues("x-amz-retry-after")));
        Assert.Equal(TimeSpan.FromSeconds(2), slow.Headers.RetryAfter?.Delta);
    }
}
