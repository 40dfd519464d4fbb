using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Retries;

namespace AwsBatch.Tests.Retries;

/// <summary>What answers of S3 mean, through the SDK's own client: what it throws with its retries off is half of the rule.</summary>
public sealed class S3FailureTests
{
    private const string Truncated = "<?xml version=\"1.0\"?><ListBucketResult><Name>buck";

    public static TheoryData<string, Func<IAmazonS3, Task>> AnsweredBeforeDone => new()
    {
        { "CopyObject", static client => client.CopyObjectAsync("bucket", "key", "bucket", "copy") },
        {
            "UploadPartCopy",
            static client => client.CopyPartAsync(new CopyPartRequest
            {
                SourceBucket = "bucket", SourceKey = "key", DestinationBucket = "bucket", DestinationKey = "copy", UploadId = "upload", PartNumber = 1,
            })
        },
        {
            "CompleteMultipartUpload",
            static client => client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
            {
                BucketName = "bucket", Key = "key", UploadId = "upload", PartETags = [new PartETag(1, "etag")],
            })
        },
    };

    [Theory]
    [MemberData(nameof(AnsweredBeforeDone))]
    public async Task An_error_in_an_answer_of_200_is_a_failure_to_retry(string operation, Func<IAmazonS3, Task> call)
    {
        var fault = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(200, "", S3Answer.Xml("InternalError")), call), operation);
        var throttle = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(200, "", S3Answer.Xml("SlowDown")), call), operation);

        Assert.Equal((Outcome.RetryTransient, false), (fault.Outcome, fault.AnswerLost));
        Assert.Equal((Outcome.RetryThrottle, false), (throttle.Outcome, throttle.AnswerLost));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 900\n\n" + Truncated)]
    [InlineData("HTTP/1.1 200 OK\nConnection: close\n\n" + Truncated)]
    [InlineData("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n31\n" + Truncated + "\n")]
    public async Task An_answer_cut_off_is_lost_and_may_have_been_carried_out(string answer)
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(answer, ListAsync), "ListObjectsV2");

        Assert.Equal(new Failure(Outcome.RetryTransient) { AnswerLost = true }, failure);
    }

    [Theory]
    [InlineData(500, "InternalError", nameof(Outcome.RetryTransient))]
    [InlineData(503, "ServiceUnavailable", nameof(Outcome.RetryTransient))]
    [InlineData(503, "SlowDown", nameof(Outcome.RetryThrottle))]
    [InlineData(429, "NeverHeardOf", nameof(Outcome.RetryThrottle))]
    [InlineData(400, "RequestTimeout", nameof(Outcome.RetryTransient))]
    [InlineData(307, "TemporaryRedirect", nameof(Outcome.RetryTransient))]
    [InlineData(404, "NoSuchKey", nameof(Outcome.Fail))]
    [InlineData(403, "AccessDenied", nameof(Outcome.Fail))]
    [InlineData(301, "PermanentRedirect", nameof(Outcome.Fail))]
    public async Task An_answered_error_is_known_to_have_failed(int status, string code, string outcome)
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(status, "", S3Answer.Xml(code)), GetAsync));

        Assert.Equal((outcome, false), (failure.Outcome.ToString(), failure.AnswerLost));
    }

    [Fact]
    public async Task A_head_has_no_body_to_say_slow_down_in()
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(503, ""), HeadAsync), "HeadObject");

        Assert.Equal(Outcome.RetryThrottle, failure.Outcome);
    }

    [Theory]
    [InlineData("x-amz-retry-after: 1500", 1_500, true)]
    [InlineData("x-amz-retry-after: 1500\nRetry-After: 9", 1_500, true)]
    [InlineData("Retry-After: 9", 9_000, false)]
    [InlineData("Date: Thu, 01 Jan 2026 00:00:00 GMT\nRetry-After: Thu, 01 Jan 2026 00:00:07 GMT", 7_000, false)]
    [InlineData("Retry-After: Thu, 01 Jan 1998 00:00:07 GMT", 0, false)]
    public async Task How_long_to_wait_is_read_from_the_headers(string headers, int milliseconds, bool isClamped)
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(503, headers + "\n", S3Answer.Xml("SlowDown")), GetAsync));

        Assert.Equal(new RetryAfter(TimeSpan.FromMilliseconds(milliseconds), isClamped), failure.RetryAfter);
    }

    [Theory]
    [InlineData("x-amz-retry-after: soon")]
    [InlineData("x-amz-retry-after: -5")]
    [InlineData("Retry-After: 1.5")]
    [InlineData("Retry-After: tomorrow")]
    public async Task What_cannot_be_read_is_no_hint(string headers)
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(503, headers + "\n", S3Answer.Xml("SlowDown")), GetAsync));

        Assert.Equal(new Failure(Outcome.RetryThrottle), failure);
    }

    [Theory]
    [InlineData(301, "PermanentRedirect", "x-amz-bucket-region: us-west-2\n", "us-west-2")]
    [InlineData(307, "TemporaryRedirect", "x-amz-bucket-region: us-west-2\n", "us-west-2")]
    [InlineData(400, "AuthorizationHeaderMalformed", "x-amz-bucket-region: us-west-2\n", "us-west-2")]
    [InlineData(400, "AuthorizationHeaderMalformed", "", "ap-south-1")]
    public async Task A_bucket_elsewhere_says_where(int status, string code, string headers, string region)
    {
        var body = S3Answer.Xml(code, "the region 'eu-west-1' is wrong; expecting 'ap-south-1'");

        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(status, headers, body), GetAsync));

        Assert.Equal(new Failure(Outcome.ResendCorrected) { Correction = Correction.Region, Region = region }, failure);
    }

    [Theory]
    [InlineData("AuthorizationHeaderMalformed", "expecting 'ap-south-1")]
    [InlineData("AuthorizationHeaderMalformed", "expecting ''")]
    [InlineData("AuthorizationHeaderMalformed", "expecting 'longer-than-any-part-of-a-host-name-may-be-and-so-not-of-one-at-all'")]
    [InlineData("InvalidArgument", "the value is wrong; expecting 'text'")]
    public async Task A_refusal_that_names_no_region_is_no_correction(string code, string message)
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(400, "", S3Answer.Xml(code, message)), GetAsync));

        Assert.Equal(new Failure(Outcome.Fail), failure);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    public async Task A_head_of_a_bucket_elsewhere_says_it_in_a_header_alone(int status)
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(status, "x-amz-bucket-region: us-west-2\n"), HeadAsync), "HeadObject");

        Assert.Equal((Correction.Region, "us-west-2"), (failure.Correction, failure.Region));
    }

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("evil.example/")]
    [InlineData("US WEST")]
    public async Task A_region_that_is_the_same_or_none_is_no_correction(string region)
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(400, $"x-amz-bucket-region: {region}\n"), HeadAsync), "HeadObject");

        Assert.Equal(new Failure(Outcome.Fail), failure);
    }

    [Theory]
    [InlineData(403, "RequestTimeTooSkewed", 16, nameof(Correction.Clock))]
    [InlineData(403, "RequestTimeTooSkewed", -16, nameof(Correction.Clock))]
    [InlineData(403, "SignatureDoesNotMatch", 5, nameof(Correction.Clock))]
    [InlineData(403, "SignatureDoesNotMatch", 3, nameof(Correction.None))]
    [InlineData(403, "AccessDenied", 16, nameof(Correction.None))]
    [InlineData(400, "ExpiredToken", 0, nameof(Correction.Credentials))]
    [InlineData(400, "ExpiredTokenException", 0, nameof(Correction.Credentials))]
    [InlineData(400, "TokenRefreshRequired", 0, nameof(Correction.Credentials))]
    [InlineData(400, "RequestExpired", 0, nameof(Correction.Credentials))]
    [InlineData(400, "RequestExpired", 16, nameof(Correction.Clock))]
    [InlineData(421, "MisdirectedRequest", 0, nameof(Correction.Connection))]
    public async Task What_was_signed_or_led_wrongly_is_corrected(int status, string code, int minutesAhead, string correction)
    {
        var failure = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(status, Date(minutesAhead), S3Answer.Xml(code)), GetAsync));

        Assert.Equal(correction, failure.Correction.ToString());
        Assert.Equal(failure.Correction == Correction.None ? Outcome.Fail : Outcome.ResendCorrected, failure.Outcome);
    }

    [Fact]
    public async Task A_forbidden_head_is_corrected_only_where_the_clocks_differ()
    {
        var skewed = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(403, Date(10)), HeadAsync), "HeadObject");
        var denied = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(403, Date(0)), HeadAsync), "HeadObject");
        var cached = S3Answer.Assess(await S3Answer.ExceptionAsync(S3Answer.Http(403, Date(10) + "Age: 600\n"), HeadAsync), "HeadObject");

        Assert.Equal(Correction.Clock, skewed.Correction);
        Assert.Equal(Outcome.Fail, denied.Outcome);
        Assert.Equal(Outcome.Fail, cached.Outcome);
    }

    private static string Date(int minutesAhead) =>
        $"Date: {TimeProvider.System.GetUtcNow().AddMinutes(minutesAhead).ToString("r", CultureInfo.InvariantCulture)}\n";

    private static Task GetAsync(IAmazonS3 client) => client.GetObjectAsync("bucket", "key");

    private static Task HeadAsync(IAmazonS3 client) => client.GetObjectMetadataAsync("bucket", "key");

    private static Task ListAsync(IAmazonS3 client) => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "bucket" });
}
