using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.S3;

public sealed partial class S3ObjectTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private AmazonS3Client s3 = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        s3 = aws.S3();
    }

    public async Task DisposeAsync()
    {
        s3.Dispose();
        await aws.DisposeAsync();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task What_is_put_comes_back(bool https, bool signedPayload)
    {
        await using var endpoint = await AwsEndpoint.StartAsync(new() { Https = https });
        endpoint.S3.CreateBucket("bucket");
        using var client = endpoint.S3();
        var content = new byte[300_000];
        new Random(7).NextBytes(content);

        var put = new PutObjectRequest
        {
            BucketName = "bucket",
            Key = "dir/ä +%?.bin",
            InputStream = new MemoryStream(content),
            ContentType = "image/png",
            DisablePayloadSigning = https && !signedPayload,
        };
        put.Metadata["colour"] = "blue";
        put.Headers.CacheControl = "no-store";
        var stored = await client.PutObjectAsync(put);

        using var got = await client.GetObjectAsync("bucket", "dir/ä +%?.bin");
        Assert.Equal(content, Bytes(got));
        Assert.Equal(stored.ETag, got.ETag);
        Assert.Equal(("image/png", "blue", "no-store"), (got.Headers.ContentType, got.Metadata["colour"], got.Headers.CacheControl));
        Assert.NotNull(stored.ChecksumCRC32 ?? stored.ChecksumCRC64NVME);
        Assert.Null(got.Headers.ContentEncoding);
    }

    [Fact]
    public async Task An_object_may_be_larger_than_a_web_servers_usual_limit_and_of_a_length_not_told_before()
    {
        var content = new byte[31 * 1024 * 1024];
        await s3.PutObjectAsync(new() { BucketName = "bucket", Key = "large", InputStream = new MemoryStream(content) });
        Assert.Equal(content.Length, aws.S3.Get("bucket", "large")!.Value.Length);

        using var raw = new SignedClient(aws, "s3");
        using var answer = await raw.SendAsync(
            HttpMethod.Put, "/bucket/chunked", body: "content", change: request => request.Headers.TransferEncodingChunked = true);
        Assert.Equal("content"u8.ToArray(), aws.S3.Get("bucket", "chunked")!.Value.ToArray());
    }

    [Fact]
    public async Task Keys_with_dot_segments_and_doubled_slashes_stay_as_they_are()
    {
        foreach (var key in new[] { "a//b", "x/../y", "./z", "tail/" })
        {
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = "bucket", Key = key, ContentBody = key });
            using var got = await s3.GetObjectAsync("bucket", key);
            Assert.Equal(key, Encoding.UTF8.GetString(Bytes(got)));
        }
    }

    [Fact]
    public async Task Head_gives_length_and_metadata()
    {
        aws.S3.Put("bucket", "key", "hello"u8.ToArray(), "text/html");

        var head = await s3.GetObjectMetadataAsync("bucket", "key");

        Assert.Equal((5, "text/html"), (head.ContentLength, head.Headers.ContentType));
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", head.ETag);
    }

    [Fact]
    public async Task A_missing_key_or_bucket_is_named()
    {
        var key = await Assert.ThrowsAsync<NoSuchKeyException>(() => s3.GetObjectAsync("bucket", "nokey"));
        Assert.Equal(HttpStatusCode.NotFound, key.StatusCode);
        Assert.NotEmpty(key.RequestId);

        var bucket = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectAsync("nobucket", "key"));
        Assert.Equal("NoSuchBucket", bucket.ErrorCode);
        using var raw = new SignedClient(aws, "s3");
        using var answer = await raw.SendAsync(HttpMethod.Get, "/nobucket/key");
        Assert.Contains("<BucketName>nobucket</BucketName>", await answer.Content.ReadAsStringAsync());

        var head = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.GetObjectMetadataAsync("bucket", "nokey"));
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    [Fact]
    public async Task Metadata_has_its_limit()
    {
        var put = new PutObjectRequest { BucketName = "bucket", Key = "key", ContentBody = "x" };
        put.Metadata["a"] = new string('x', 1000);
        put.Metadata["b"] = new string('x', 1046);
        await s3.PutObjectAsync(put);

        put.Metadata["b"] += "x";
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(put));
        Assert.Equal(("MetadataTooLarge", HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task A_checksum_that_is_wrong_is_refused()
    {
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(
            new PutObjectRequest { BucketName = "bucket", Key = "key", ContentBody = "text", ChecksumCRC32 = "AAAAAA==" }));
        Assert.Equal("BadDigest", error.ErrorCode);
        Assert.Null(aws.S3.Get("bucket", "key"));
    }

    [Theory]
    [InlineData("Content-MD5", "no digest", "InvalidDigest")]
    [InlineData("Content-MD5", "AAAA", "InvalidDigest")]
    [InlineData("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc32", "no checksum", "InvalidRequest")]
    [InlineData("x-amz-checksum-sha1", "AAAA", "InvalidRequest")]
    public async Task What_is_no_checksum_is_told_from_a_wrong_one(string header, string value, string code)
    {
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Put, "/bucket/key", body: "text", change: request =>
        {
            if (!request.Headers.TryAddWithoutValidation(header, value))
                request.Content!.Headers.TryAddWithoutValidation(header, value);
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"<Code>{code}</Code>", await answer.Content.ReadAsStringAsync());
        Assert.Null(aws.S3.Get("bucket", "key"));
    }

    [Fact]
    public async Task Response_headers_can_be_overridden()
    {
        aws.S3.Put("bucket", "key", "x");
        var request = new GetObjectRequest { BucketName = "bucket", Key = "key" };
        request.ResponseHeaderOverrides.ContentType = "application/x-other";

        using var got = await s3.GetObjectAsync(request);
        Assert.Equal("application/x-other", got.Headers.ContentType);
    }

    [Fact]
    public async Task A_copy_keeps_metadata_or_replaces_it()
    {
        var put = new PutObjectRequest { BucketName = "bucket", Key = "from here", ContentBody = "x", ContentType = "a/b" };
        put.Metadata["m"] = "1";
        await s3.PutObjectAsync(put);

        await s3.CopyObjectAsync("bucket", "from here", "bucket", "kept");
        Assert.Equal("1", (await s3.GetObjectMetadataAsync("bucket", "kept")).Metadata["m"]);

        var replace = new CopyObjectRequest
        {
            SourceBucket = "bucket",
            SourceKey = "from here",
            DestinationBucket = "bucket",
            DestinationKey = "replaced",
            MetadataDirective = S3MetadataDirective.REPLACE,
        };
        replace.Metadata["m"] = "2";
        var copied = await s3.CopyObjectAsync(replace);
        var head = await s3.GetObjectMetadataAsync("bucket", "replaced");
        Assert.Equal(("2", copied.ETag), (head.Metadata["m"], head.ETag));
    }

    [Fact]
    public async Task A_checksum_is_given_back_to_who_asks_for_it()
    {
        var put = await s3.PutObjectAsync(new() { BucketName = "bucket", Key = "key", ContentBody = "x", ChecksumAlgorithm = ChecksumAlgorithm.SHA256 });
        var read = new GetObjectMetadataRequest { BucketName = "bucket", Key = "key" };

        Assert.Null((await s3.GetObjectMetadataAsync(read)).ChecksumSHA256);
        read.ChecksumMode = ChecksumMode.ENABLED;
        Assert.Equal(put.ChecksumSHA256, (await s3.GetObjectMetadataAsync(read)).ChecksumSHA256);
        Assert.NotNull(put.ChecksumSHA256);
    }

    [Fact]
    public async Task A_copy_from_nothing_or_onto_itself_is_refused()
    {
        aws.S3.Put("bucket", "key", "x");

        Assert.Equal("NoSuchKey", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.CopyObjectAsync("bucket", "no", "bucket", "to"))).ErrorCode);
        Assert.Equal("InvalidRequest", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.CopyObjectAsync("bucket", "key", "bucket", "key"))).ErrorCode);
    }

    [Theory]
    [InlineData("x-amz-storage-class", "STANDARD_IA")]
    [InlineData("x-amz-server-side-encryption", "AES256")]
    public async Task A_copy_onto_itself_may_change_how_an_object_is_kept(string header, string value)
    {
        aws.S3.Put("bucket", "key", "x");
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Put, "/bucket/key", change: request =>
        {
            request.Headers.Add("x-amz-copy-source", "bucket/key");
            request.Headers.Add(header, value);
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_delete_of_a_version_deletes_no_other()
    {
        aws.S3.Put("bucket", "key", "x");
        const string Version = "3HL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY";

        Assert.Equal(Version, (await s3.DeleteObjectAsync("bucket", "key", Version)).VersionId);
        var many = await s3.DeleteObjectsAsync(new() { BucketName = "bucket", Objects = [new() { Key = "key", VersionId = Version }] });
        Assert.Equal(("key", Version), (Assert.Single(many.DeletedObjects).Key, many.DeletedObjects[0].VersionId));
        Assert.NotNull(aws.S3.Get("bucket", "key"));

        await s3.DeleteObjectAsync("bucket", "key", "null");
        Assert.Null(aws.S3.Get("bucket", "key"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_objects_are_deleted_at_once(bool quiet)
    {
        foreach (var key in new[] { "a", "b & c", "d" })
            aws.S3.Put("bucket", key, "x");

        var deleted = await s3.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = "bucket",
            Quiet = quiet,
            Objects = [new() { Key = "a" }, new() { Key = "b & c" }, new() { Key = "never" }],
        });

        Assert.Equal(quiet ? [] : ["a", "b & c", "never"], (deleted.DeletedObjects ?? []).Select(item => item.Key));
        Assert.Equal("d", Assert.Single((await s3.ListObjectsV2Async(new() { BucketName = "bucket" })).S3Objects).Key);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(" \n")]
    [InlineData("carriage\rreturn")]
    public async Task A_key_of_white_space_is_deleted_by_its_name(string key)
    {
        aws.S3.Put("bucket", key, "x");

        var deleted = await s3.DeleteObjectsAsync(new() { BucketName = "bucket", Objects = [new() { Key = key }] });

        Assert.Equal(key, Assert.Single(deleted.DeletedObjects).Key);
        Assert.Null(aws.S3.Get("bucket", key));
    }

    [Fact]
    public async Task A_thousand_objects_are_deleted_at_once_and_no_more()
    {
        var delete = new DeleteObjectsRequest
        {
            BucketName = "bucket", Objects = [.. Enumerable.Range(0, 1000).Select(n => new KeyVersion { Key = $"{n}" })],
        };
        Assert.Equal(1000, (await s3.DeleteObjectsAsync(delete)).DeletedObjects.Count);

        delete.Objects.Add(new() { Key = "one more" });
        Assert.Equal("MalformedXML", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.DeleteObjectsAsync(delete))).ErrorCode);
    }

    [Fact]
    public async Task A_presigned_url_works_until_it_is_changed()
    {
        aws.S3.Put("bucket", "a key", "hello");
        var url = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = "bucket",
            Key = "a key",
            Expires = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime,
            Protocol = Protocol.HTTP,
        });
        using var http = new HttpClient(Loopback.Handler(aws));

        Assert.Equal("hello", await http.GetStringAsync(new Uri(url)));
        using var changed = await http.GetAsync(new Uri(url.Replace("a%20key", "b%20key", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
    }

    [Fact]
    public async Task A_bucket_can_be_named_by_the_host()
    {
        aws.S3.Put("bucket", "key", "hello");
        using var raw = new HttpClient(Loopback.Handler(aws));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(aws.Url, "key"));
        request.Headers.Host = $"bucket.localhost:{aws.Url.Port}";

        using var answer = await raw.SendAsync(request);

        // Unsigned, so refused; but recognised as a read of the object, not of a bucket named "key".
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(1, aws.Wire["s3:GetObject"].Requests);
    }

    private static byte[] Bytes(GetObjectResponse response)
    {
        using var memory = new MemoryStream();
        response.ResponseStream.CopyTo(memory);
        return memory.ToArray();
    }
}
