using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.S3;

public sealed class S3BucketTests : IAsyncLifetime
{
    private AwsEndpoint aws = null!;
    private AmazonS3Client s3 = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync();
        s3 = aws.S3();
    }

    public async Task DisposeAsync()
    {
        s3.Dispose();
        await aws.DisposeAsync();
    }

    [Fact]
    public async Task A_created_bucket_is_listed_with_its_region_and_found_by_head()
    {
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = "made", BucketRegionName = "eu-west-1" });

        var bucket = Assert.Single((await s3.ListBucketsAsync()).Buckets);
        Assert.Equal(("made", "eu-west-1"), (bucket.BucketName, bucket.BucketRegion));
        Assert.Equal("eu-west-1", (await s3.HeadBucketAsync(new HeadBucketRequest { BucketName = "made" })).BucketRegion);
    }

    [Fact]
    public async Task Creating_a_bucket_twice_says_you_own_it()
    {
        await s3.PutBucketAsync("mine");

        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.PutBucketAsync("mine"));
        Assert.Equal(("BucketAlreadyOwnedByYou", HttpStatusCode.Conflict), (error.ErrorCode, error.StatusCode));
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("a..b")]
    [InlineData("192.168.0.1")]
    public async Task An_invalid_bucket_name_is_refused(string name)
    {
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutBucketAsync(name));
        Assert.Equal("InvalidBucketName", error.ErrorCode);
        Assert.Throws<ArgumentException>(() => aws.S3.CreateBucket(name));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("0xabc")]
    [InlineData("10.20")]
    public async Task A_bucket_may_be_named_by_a_number(string name)
    {
        await s3.PutBucketAsync(name);

        Assert.Equal(name, Assert.Single((await s3.ListBucketsAsync()).Buckets).BucketName);
    }

    [Theory]
    [InlineData("us-east-1", HttpStatusCode.BadRequest, "InvalidLocationConstraint")]
    [InlineData("", HttpStatusCode.OK, "")]
    public async Task The_first_region_is_named_by_no_constraint(string constraint, HttpStatusCode status, string code)
    {
        using var raw = new SignedClient(aws, "s3");
        var body = $"<CreateBucketConfiguration><LocationConstraint>{constraint}</LocationConstraint></CreateBucketConfiguration>";

        using var answer = await raw.SendAsync(HttpMethod.Put, "/first", body: body);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync());
        Assert.All((await s3.ListBucketsAsync()).Buckets ?? [], bucket => Assert.Equal("us-east-1", bucket.BucketRegion));
    }

    [Fact]
    public async Task A_bucket_is_deleted_only_when_empty()
    {
        aws.S3.CreateBucket("full");
        aws.S3.Put("full", "key", "text");
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.DeleteBucketAsync("full"));
        Assert.Equal("BucketNotEmpty", error.ErrorCode);

        await s3.DeleteObjectAsync("full", "key");
        await s3.DeleteBucketAsync("full");
        Assert.Empty((await s3.ListBucketsAsync()).Buckets ?? []);
    }

    [Fact]
    public async Task Head_of_a_missing_bucket_is_404_without_a_body()
    {
        using var raw = new SignedClient(aws, "s3");
        using var answer = await raw.SendAsync(HttpMethod.Head, "/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(16, Assert.Single(answer.Headers.GetValues("x-amz-request-id")).Length);
    }

    [Fact]
    public async Task Buckets_are_listed_in_pages_and_by_prefix()
    {
        string[] names = ["b-1", "b-2", "b-3", "b-4", "b-5", "other"];
        foreach (var name in names.Select(name => name.PadRight(5, 'x')))
            aws.S3.CreateBucket(name);

        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = await s3.ListBucketsAsync(new ListBucketsRequest { MaxBuckets = 2, Prefix = "b-", ContinuationToken = token });
            Assert.InRange(page.Buckets.Count, 1, 2);
            seen.AddRange(page.Buckets.Select(bucket => bucket.BucketName));
            token = page.ContinuationToken;
        }
        while (token is not null);
        Assert.Equal(["b-1xx", "b-2xx", "b-3xx", "b-4xx", "b-5xx"], seen);
    }

    [Fact]
    public async Task An_operation_that_is_not_implemented_is_named_and_changes_nothing()
    {
        aws.S3.CreateBucket("kept");

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.DeleteLifecycleConfigurationAsync("kept"));
        Assert.Equal(HttpStatusCode.NotImplemented, error.StatusCode);
        Assert.Equal("The embedded endpoint does not implement s3:DeleteBucketLifecycle.", error.Message);
        Assert.Equal(1, aws.Wire["s3:DeleteBucketLifecycle"].Requests);
        await s3.HeadBucketAsync(new HeadBucketRequest { BucketName = "kept" });
    }

    [Theory]
    [InlineData("GET", "/kept", "tagging=", "s3:GetBucketTagging")]
    [InlineData("GET", "/kept", "metrics=", "s3:ListBucketMetricsConfigurations")]
    [InlineData("GET", "/kept", "id=1&metrics=", "s3:GetBucketMetricsConfiguration")]
    [InlineData("PUT", "/kept/key", "acl=", "s3:PutObjectAcl")]
    [InlineData("GET", "/kept/key", "uploadId=u", "s3:ListParts")]
    [InlineData("DELETE", "/kept/key", "frobnicate=", "s3:DELETE ?frobnicate")]
    [InlineData("PATCH", "/kept/key", "", "s3:PATCH")]
    public async Task A_subresource_is_never_mistaken_for_a_plain_call(string method, string path, string query, string operation)
    {
        aws.S3.CreateBucket("kept");
        aws.S3.Put("kept", "key", "text");
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(new HttpMethod(method), path, query);

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Contains($"does not implement {operation}.", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text"u8.ToArray(), aws.S3.Get("kept", "key")!.Value.ToArray());
    }
}
