using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.S3;

public sealed partial class S3ObjectTests
{
    [Fact]
    public async Task Reads_honour_etags()
    {
        aws.S3.Put("bucket", "key", "hello");
        var etag = (await s3.GetObjectMetadataAsync("bucket", "key")).ETag;

        var unchanged = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => s3.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "key", EtagToNotMatch = etag }));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        var changed = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => s3.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "key", EtagToMatch = "\"0\"" }));
        Assert.Equal(HttpStatusCode.PreconditionFailed, changed.StatusCode);
    }

    [Fact]
    public async Task Reads_honour_the_time_of_the_last_change()
    {
        aws.S3.Put("bucket", "key", "hello");
        using var raw = new SignedClient(aws, "s3");
        using var head = await raw.SendAsync(HttpMethod.Head, "/bucket/key");
        var changed = head.Content.Headers.LastModified!.Value;

        Assert.Equal(HttpStatusCode.NotModified, await Get(request => request.Headers.IfModifiedSince = changed));
        Assert.Equal(HttpStatusCode.OK, await Get(request => request.Headers.IfModifiedSince = changed.AddSeconds(-1)));
        Assert.Equal(HttpStatusCode.OK, await Get(request => request.Headers.IfUnmodifiedSince = changed));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Get(request => request.Headers.IfUnmodifiedSince = changed.AddSeconds(-1)));

        async Task<HttpStatusCode> Get(Action<HttpRequestMessage> condition)
        {
            using var answer = await raw.SendAsync(HttpMethod.Get, "/bucket/key", change: condition);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_put_that_expects_another_object_does_not_overwrite()
    {
        aws.S3.Put("bucket", "key", "first");
        var etag = (await s3.GetObjectMetadataAsync("bucket", "key")).ETag;
        var put = new PutObjectRequest { BucketName = "bucket", Key = "key", ContentBody = "second", IfMatch = etag };
        await s3.PutObjectAsync(put);

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(put));
        Assert.Equal("PreconditionFailed", error.ErrorCode);
        put.Key = "never";
        error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(put));
        Assert.Equal(("NoSuchKey", HttpStatusCode.NotFound), (error.ErrorCode, error.StatusCode));
        Assert.Null(aws.S3.Get("bucket", "never"));
    }

    [Fact]
    public async Task A_put_can_expect_of_etags_none_but_any()
    {
        var put = new PutObjectRequest { BucketName = "bucket", Key = "key", ContentBody = "x", IfNoneMatch = "\"0\"" };

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(put));
        Assert.Equal(("NotImplemented", HttpStatusCode.NotImplemented), (error.ErrorCode, error.StatusCode));
        Assert.Null(aws.S3.Get("bucket", "key"));
    }

    [Fact]
    public async Task A_put_that_must_not_overwrite_does_not()
    {
        var put = new PutObjectRequest { BucketName = "bucket", Key = "once", ContentBody = "first", IfNoneMatch = "*" };
        await s3.PutObjectAsync(put);
        put.ContentBody = "second";

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(put));
        Assert.Equal("PreconditionFailed", error.ErrorCode);
        Assert.Equal("first"u8.ToArray(), aws.S3.Get("bucket", "once")!.Value.ToArray());
    }

    [Theory]
    [InlineData("If-None-Match", "*")]
    [InlineData("If-Match", "\"0\"")]
    public async Task A_copy_that_expects_another_object_does_not_overwrite(string condition, string etag)
    {
        aws.S3.Put("bucket", "key", "x");
        aws.S3.Put("bucket", "to", "y");
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Put, "/bucket/to", change: request =>
        {
            request.Headers.Add("x-amz-copy-source", "bucket/key");
            request.Headers.Add(condition, etag);
        });

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal("y"u8.ToArray(), aws.S3.Get("bucket", "to")!.Value.ToArray());
    }

    [Fact]
    public async Task A_delete_that_expects_another_object_does_nothing()
    {
        aws.S3.Put("bucket", "key", "x");
        aws.S3.Put("bucket", "other", "y");
        var etag = (await s3.GetObjectMetadataAsync("bucket", "key")).ETag;
        var delete = new DeleteObjectRequest { BucketName = "bucket", Key = "other", IfMatch = etag };

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.DeleteObjectAsync(delete));
        Assert.Equal(("PreconditionFailed", HttpStatusCode.PreconditionFailed), (error.ErrorCode, error.StatusCode));
        delete.Key = "never";
        Assert.Equal("NoSuchKey", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.DeleteObjectAsync(delete))).ErrorCode);
        var many = await Assert.ThrowsAsync<DeleteObjectsException>(() => s3.DeleteObjectsAsync(new()
        {
            BucketName = "bucket",
            Objects = [new() { Key = "other", ETag = etag }, new() { Key = "key", ETag = etag }],
        }));
        var left = Assert.Single(many.Response.DeleteErrors);
        Assert.Equal(("other", "PreconditionFailed"), (left.Key, left.Code));
        Assert.Equal("key", Assert.Single(many.Response.DeletedObjects).Key);
        Assert.Null(aws.S3.Get("bucket", "key"));
        Assert.NotNull(aws.S3.Get("bucket", "other"));

        delete.Key = "other";
        delete.IfMatch = "*";
        await s3.DeleteObjectAsync(delete);
        Assert.Null(aws.S3.Get("bucket", "other"));
    }
}
