using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;

namespace AwsBatch.Tests.Retries;

public sealed class BodyPositionTests
{
    private static readonly RequestBody<PutObjectRequest> InputStream =
        new(static request => request.InputStream, static (request, stream) => request.InputStream = stream);

    public static TheoryData<string, Func<Stream, Task>> WaysToRead => new()
    {
        { "a span", static stream => Task.FromResult(stream.Read(new Span<byte>(new byte[1]))) },
        { "an array", static stream => Task.FromResult(stream.Read(new byte[1], 0, 1)) },
        { "a byte", static stream => Task.FromResult(stream.ReadByte()) },
        { "an array, later", static stream => stream.ReadAsync(new byte[1], 0, 1, CancellationToken.None) },
        { "memory, later", static stream => stream.ReadAsync(new Memory<byte>(new byte[1])).AsTask() },
        { "a copy", static stream => Task.Run(() => stream.CopyTo(Stream.Null)) },
        { "a copy, later", static stream => stream.CopyToAsync(Stream.Null) },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_is_sent_whole_in_each_attempt_and_closed_as_the_request_says(bool autoClose)
    {
        var sent = 0;
        var s3 = new RecordedS3(_ => ++sent < 3 ? RecordedS3.Error(HttpStatusCode.InternalServerError, "InternalError") : new(HttpStatusCode.OK));
        using var client = s3.Client();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("skipped-what is to be sent"));
        stream.Position = "skipped-".Length;
        var request = new PutObjectRequest { BucketName = "bucket", Key = "key", InputStream = stream, AutoCloseStream = autoClose, AutoResetStreamPosition = false };

        using (var body = BodyPosition<PutObjectRequest>.Capture(InputStream, request)!)
        {
            await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutObjectAsync(request));
            Assert.True(body.CanReplay);
            body.Rewind();
            await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutObjectAsync(request));
            body.Rewind();
            await client.PutObjectAsync(request);
        }

        Assert.Equal(3, s3.Bodies.Count);
        Assert.All(s3.Bodies, static sentBody => Assert.Contains("what is to be sent", sentBody, StringComparison.Ordinal));
        Assert.All(s3.Bodies, static sentBody => Assert.DoesNotContain("skipped", sentBody, StringComparison.Ordinal));
        Assert.Same(stream, request.InputStream);
        Assert.Equal(!autoClose, stream.CanRead);
    }

    [Fact]
    public void A_stream_that_cannot_be_closed_is_given_back_all_the_same()
    {
        using var stream = new Stuck();
        var request = new PutObjectRequest { InputStream = stream };
        var body = BodyPosition<PutObjectRequest>.Capture(InputStream, request)!;
        request.InputStream.Dispose();

        body.Dispose();

        Assert.Equal(1, stream.Closings);
        Assert.Same(stream, request.InputStream);
    }

    [Fact]
    public async Task Without_it_the_sdk_closes_a_failed_requests_stream()
    {
        var s3 = new RecordedS3(static _ => RecordedS3.Error(HttpStatusCode.InternalServerError, "InternalError"));
        using var client = s3.Client();
        using var stream = new MemoryStream([1, 2, 3]);

        await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            client.PutObjectAsync(new PutObjectRequest { BucketName = "bucket", Key = "key", InputStream = stream }));

        Assert.False(stream.CanRead);
    }

    [Theory]
    [MemberData(nameof(WaysToRead))]
    public async Task A_stream_that_cannot_seek_is_sent_again_only_if_nothing_was_read(string way, Func<Stream, Task> read)
    {
        using var stream = new OneWay();
        var request = new PutObjectRequest { InputStream = stream };
        using var body = BodyPosition<PutObjectRequest>.Capture(InputStream, request)!;

        body.Rewind();
        Assert.True(body.CanReplay);

        await read(request.InputStream);
        Assert.False(body.CanReplay, way);
    }

    [Fact]
    public void An_attempt_that_leaves_another_stream_in_the_request_does_not_change_what_the_next_one_sends()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        var request = new PutObjectRequest { InputStream = stream };
        using var body = BodyPosition<PutObjectRequest>.Capture(InputStream, request)!;
        request.InputStream = new MemoryStream([4]);

        body.Rewind();

        Assert.Equal(1, request.InputStream.ReadByte());
    }

    [Fact]
    public void A_request_without_a_stream_has_none_to_keep()
    {
        Assert.Null(BodyPosition<PutObjectRequest>.Capture(InputStream, new PutObjectRequest { ContentBody = "text" }));
        Assert.Null(BodyPosition<ListObjectsV2Request>.Capture(null, new ListObjectsV2Request()));
    }

    [Fact]
    public void A_member_that_admits_no_other_stream_is_rewound_only()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        stream.Position = 1;
        var holder = new PutObjectRequest { InputStream = stream };
        using var body = BodyPosition<PutObjectRequest>.Capture(new(static request => request.InputStream, set: null), holder)!;
        Assert.Same(stream, holder.InputStream);

        stream.ReadByte();
        body.Rewind();

        Assert.Equal(1, stream.Position);
        Assert.True(body.CanReplay);
    }

    private sealed class Stuck() : MemoryStream([1, 2, 3])
    {
        public int Closings { get; private set; }

        public override void Close()
        {
            if (++Closings == 1)
                throw new IOException("the disk is gone");
            base.Close();
        }
    }

    private sealed class OneWay() : MemoryStream([1, 2, 3])
    {
        public override bool CanSeek => false;

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }
    }
}
