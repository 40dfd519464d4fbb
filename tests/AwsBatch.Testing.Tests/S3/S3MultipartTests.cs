using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.S3;

public sealed class S3MultipartTests : IAsyncLifetime, IDisposable
{
    private AwsEndpoint aws = null!;
    private AmazonS3Client s3 = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        aws.S3.Put("bucket", "source", "0123456789");
        s3 = aws.S3();
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => s3.Dispose();

    [Fact]
    public async Task Parts_uploaded_and_copied_in_any_order_become_one_object()
    {
        var id = await Start();
        var second = await Copy(id, 2, first: 3, last: 5);
        var first = await Upload(id, 1, "abc");

        Assert.Null(aws.S3.Get("bucket", "key"));
        var completed = await Complete(id, first, second);
        using var got = await s3.GetObjectAsync("bucket", "key");

        Assert.EndsWith("-2\"", completed.ETag);
        Assert.Equal(completed.ETag, got.ETag);
        Assert.Equal(("text/plain", "v"), (got.Headers.ContentType, got.Metadata["m"]));
        Assert.Equal("abc345", Encoding.UTF8.GetString(aws.S3.Get("bucket", "key")!.Value.Span));
        Assert.Equal("NoSuchUpload", await Code(() => Complete(id, first, second)));
    }

    [Fact]
    public async Task A_completion_that_fails_in_its_body_leaves_the_upload_to_be_completed_again()
    {
        aws.On("s3:UploadPartCopy").Inject(Fault.ErrorInBody("InternalError"), times: 1);
        aws.On("s3:CompleteMultipartUpload").Inject(Fault.ErrorInBody("InternalError"), times: 1);
        var id = await Start();

        Assert.Equal("InternalError", await Code(() => Copy(id, 1, first: 0, last: 9)));
        var part = await Copy(id, 1, first: 0, last: 9);
        Assert.Equal("InternalError", await Code(() => Complete(id, part)));
        Assert.Null(aws.S3.Get("bucket", "key"));

        await Complete(id, part);
        Assert.NotNull(aws.S3.Get("bucket", "key"));
    }

    [Fact]
    public async Task Wrong_parts_and_aborted_uploads_are_refused()
    {
        var id = await Start();
        var (first, second) = (await Upload(id, 1, "a"), await Upload(id, 2, "b"));

        Assert.Equal("InvalidPart", await Code(() => Complete(id, first, new PartETag(2, first.ETag))));
        Assert.Equal("InvalidPart", await Code(() => Complete(id, first, new PartETag(3, second.ETag))));
        using var raw = new SignedClient(aws, "s3");
        foreach (var order in new[] { new[] { second, first }, [first, first] })
        {
            var parts = string.Concat(order.Select(part => $"<Part><PartNumber>{part.PartNumber}</PartNumber><ETag>{part.ETag}</ETag></Part>"));
            using var answer = await raw.SendAsync(
                HttpMethod.Post, "/bucket/key", $"uploadId={id}", $"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>");
            Assert.Contains("<Code>InvalidPartOrder</Code>", await answer.Content.ReadAsStringAsync());
        }
        await Assert.ThrowsAsync<NoSuchUploadException>(() => s3.AbortMultipartUploadAsync("bucket", "other", id));

        await s3.AbortMultipartUploadAsync("bucket", "key", id);
        Assert.Equal("NoSuchUpload", await Code(() => Upload(id, 1, "a")));
    }

    [Theory]
    [InlineData(1, "bytes 0-2/6")]
    [InlineData(2, "bytes 3-5/6")]
    public async Task A_part_can_be_read_by_its_number(int number, string range)
    {
        var id = await Start();
        await Complete(id, await Upload(id, 1, "abc"), await Copy(id, 2, first: 3, last: 5));

        using var got = await s3.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "key", PartNumber = number });
        Assert.Equal((System.Net.HttpStatusCode.PartialContent, range, 2), (got.HttpStatusCode, got.ContentRange, got.PartsCount));
        using var reader = new StreamReader(got.ResponseStream);
        Assert.Equal(number == 1 ? "abc" : "345", await reader.ReadToEndAsync());

        var none = new GetObjectMetadataRequest { BucketName = "bucket", Key = "key", PartNumber = 3 };
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectMetadataAsync(none));
        Assert.Equal(System.Net.HttpStatusCode.RequestedRangeNotSatisfiable, error.StatusCode);
    }

    [Fact]
    public async Task A_copy_of_parts_is_one()
    {
        var id = await Start();
        await Complete(id, await Upload(id, 1, "abc"), await Copy(id, 2, first: 3, last: 5));

        var copied = await s3.CopyObjectAsync("bucket", "key", "bucket", "copy");
        aws.S3.Put("bucket", "whole", "abc345");
        Assert.Equal((await s3.GetObjectMetadataAsync("bucket", "whole")).ETag, copied.ETag);
        var second = new GetObjectRequest { BucketName = "bucket", Key = "copy", PartNumber = 2 };
        Assert.Equal("InvalidPartNumber", await Code(() => s3.GetObjectAsync(second)));
    }

    [Theory]
    [InlineData("bytes=0-10", "Range specified is not valid for source object of size: 10")]
    [InlineData("bytes=10-12", "Range specified is not valid for source object of size: 10")]
    [InlineData("bytes=5-2", "Range specified is not valid for source object of size: 10")]
    [InlineData("0-3", "The x-amz-copy-source-range value must be of the form bytes=first-last")]
    [InlineData("bytes=0-", "The x-amz-copy-source-range value must be of the form bytes=first-last")]
    [InlineData("bytes=-3", "The x-amz-copy-source-range value must be of the form bytes=first-last")]
    [InlineData("bytes=a-b", "The x-amz-copy-source-range value must be of the form bytes=first-last")]
    public async Task A_part_is_copied_of_a_range_that_its_source_has(string range, string refusal)
    {
        var id = await Start();
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Put, "/bucket/key", $"partNumber=1&uploadId={id}", change: request =>
        {
            request.Headers.Add("x-amz-copy-source", "bucket/source");
            request.Headers.TryAddWithoutValidation("x-amz-copy-source-range", range);
        });

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        var error = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<Code>InvalidArgument</Code>", error);
        Assert.Contains(refusal, error);
    }

    private async Task<string> Start()
    {
        var request = new InitiateMultipartUploadRequest { BucketName = "bucket", Key = "key", ContentType = "text/plain" };
        request.Metadata["m"] = "v";
        return (await s3.InitiateMultipartUploadAsync(request)).UploadId;
    }

    private async Task<PartETag> Upload(string id, int number, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var part = await s3.UploadPartAsync(new()
        {
            BucketName = "bucket", Key = "key", UploadId = id, PartNumber = number, InputStream = stream, PartSize = content.Length,
        });
        return new(number, part.ETag);
    }

    private async Task<PartETag> Copy(string id, int number, long first, long last)
    {
        var part = await s3.CopyPartAsync(new()
        {
            SourceBucket = "bucket",
            SourceKey = "source",
            DestinationBucket = "bucket",
            DestinationKey = "key",
            UploadId = id,
            PartNumber = number,
            FirstByte = first,
            LastByte = last,
        });
        return new(number, part.ETag);
    }

    private Task<CompleteMultipartUploadResponse> Complete(string id, params List<PartETag> parts) =>
        s3.CompleteMultipartUploadAsync(new() { BucketName = "bucket", Key = "key", UploadId = id, PartETags = parts });

    private static async Task<string> Code<T>(Func<Task<T>> call) => (await Assert.ThrowsAsync<AmazonS3Exception>(call)).ErrorCode;
}
