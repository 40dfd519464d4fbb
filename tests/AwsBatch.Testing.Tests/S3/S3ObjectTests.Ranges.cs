using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.S3;

public sealed partial class S3ObjectTests
{
    [Theory]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=8-99", "89", "bytes 8-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    public async Task A_range_is_answered_with_206(string range, string expected, string contentRange)
    {
        aws.S3.Put("bucket", "digits", "0123456789");

        using var got = await s3.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "digits", ByteRange = new ByteRange(range) });

        Assert.Equal(expected, Encoding.UTF8.GetString(Bytes(got)));
        Assert.Equal((HttpStatusCode.PartialContent, contentRange), (got.HttpStatusCode, got.ContentRange));
    }

    [Theory]
    [InlineData("digits", "1", null, 206, "")]
    [InlineData("empty", "1", null, 200, "")]
    [InlineData("digits", "2", null, 416, "<Code>InvalidPartNumber</Code>")]
    [InlineData("digits", "0", null, 400, "<Code>InvalidArgument</Code>")]
    [InlineData("digits", "1", "bytes=0-1", 400, "<Code>InvalidRequest</Code>")]
    public async Task What_is_no_multipart_upload_is_one_part(string key, string part, string? range, int status, string text)
    {
        aws.S3.Put("bucket", "digits", "0123456789");
        aws.S3.Put("bucket", "empty", "");
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Get, $"/bucket/{key}", $"partNumber={part}", change: request =>
        {
            if (range is not null)
                request.Headers.Add("Range", range);
        });

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(text, await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("x-amz-mp-parts-count"));
    }

    [Fact]
    public async Task A_range_beyond_the_content_is_refused()
    {
        aws.S3.Put("bucket", "digits", "0123456789");

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => s3.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "digits", ByteRange = new ByteRange("bytes=10-") }));
        Assert.Equal(("InvalidRange", HttpStatusCode.RequestedRangeNotSatisfiable), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task Of_nothing_there_is_no_last_byte()
    {
        aws.S3.Put("bucket", "empty", "");
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(
            HttpMethod.Get, "/bucket/empty", change: request => request.Headers.Range = new(null, 1));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
    }
}
