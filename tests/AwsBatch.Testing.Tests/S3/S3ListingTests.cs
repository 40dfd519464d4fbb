using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.S3;

public sealed class S3ListingTests : IAsyncLifetime
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
    [InlineData("", "", 3)]
    [InlineData("a/", "", 2)]
    [InlineData("", "/", 1)]
    [InlineData("a/", "/", 1)]
    [InlineData("a/", "/", 1000)]
    [InlineData("zzz", "/", 5)]
    public async Task Pages_of_both_versions_add_up_to_what_a_plain_model_says(string prefix, string delimiter, int pageSize)
    {
        string[] keys = ["a", "a/1", "a/2", "a/b/1", "a/b/2", "a/c/1", "b/1", "b/2", "c", "d/e/f"];
        foreach (var key in keys.Reverse())
            aws.S3.Put("bucket", key, "x");
        var expected = Model(keys, prefix, delimiter);

        Assert.Equal(expected, await ListV2(prefix, delimiter, pageSize));
        Assert.Equal(expected, await ListV1(prefix, delimiter, pageSize));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20261124)]
    public async Task Random_buckets_list_like_the_model(int seed)
    {
        var random = new Random(seed);
        // No leading slash: the SDK drops it from the path it sends, but not from the one it signs.
        var keys = Enumerable.Range(0, 300)
            .Select(_ => "a" + string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "ab/"[random.Next(3)])))
            .Distinct().ToArray();
        foreach (var key in keys)
            aws.S3.Put("bucket", key, "x");
        foreach (var removed in keys.Take(50))
            await s3.DeleteObjectAsync("bucket", removed);

        foreach (var (prefix, delimiter) in new[] { ("", "/"), ("a", "/"), ("ab/", "b"), ("", "") })
        {
            var listed = await ListV2(prefix, delimiter, random.Next(1, 20));
            Assert.True(Model(keys[50..], prefix, delimiter).SequenceEqual(listed), $"seed {seed}, prefix '{prefix}', delimiter '{delimiter}'");
        }
    }

    [Fact]
    public async Task Keys_are_in_the_order_of_their_utf8_bytes()
    {
        string[] ordered = ["a", "b", "é", "\uE000", "\uFFFD", "\U0001F600"];
        foreach (var key in ordered.Reverse())
            aws.S3.Put("bucket", key, "x");

        Assert.Equal(ordered, await ListV2("", "", 2));
    }

    [Fact]
    public async Task Listing_can_start_after_a_key_and_name_the_owner()
    {
        foreach (var key in new[] { "a", "b", "c" })
            aws.S3.Put("bucket", key, "x");

        var page = await s3.ListObjectsV2Async(new() { BucketName = "bucket", StartAfter = "a", FetchOwner = true });

        Assert.Equal(["b", "c"], page.S3Objects.Select(item => item.Key));
        Assert.Equal((2, "a", "123456789012"), (page.KeyCount, page.StartAfter, page.S3Objects[0].Owner.Id));

        aws.S3.Put("bucket", "d/e", "x");
        aws.S3.Put("bucket", "d/f", "x");
        Assert.Equal(4, (await s3.ListObjectsV2Async(new() { BucketName = "bucket", Delimiter = "/" })).KeyCount);
    }

    [Fact]
    public async Task Keys_are_encoded_when_asked_to_be()
    {
        aws.S3.Put("bucket", "a b/+ü\u0001", "x");
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Get, "/bucket", "encoding-type=url&list-type=2");

        Assert.Contains("<Key>a+b/%2B%C3%BC%01</Key>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_bad_page_size_or_token_is_an_invalid_argument()
    {
        using var raw = new SignedClient(aws, "s3");
        foreach (var query in new[] { "list-type=2&max-keys=x", "continuation-token=%2A&list-type=2" })
        {
            using var answer = await raw.SendAsync(HttpMethod.Get, "/bucket", query);
            Assert.Equal(400, (int)answer.StatusCode);
            Assert.Contains("<Code>InvalidArgument</Code>", await answer.Content.ReadAsStringAsync());
        }
    }

    private static List<string> Model(string[] keys, string prefix, string delimiter) => keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => delimiter.Length > 0 && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is >= 0 and var at
            ? key[..(at + delimiter.Length)]
            : key)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .ToList();

    private async Task<List<string>> ListV2(string prefix, string delimiter, int pageSize)
    {
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = "bucket", Prefix = prefix, Delimiter = delimiter, MaxKeys = pageSize };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request);
            names.AddRange(Merge(page.S3Objects, page.CommonPrefixes, pageSize));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return names;
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense%21")]
    public async Task A_token_that_no_page_gave_is_refused(string token)
    {
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Get, "/bucket", $"continuation-token={token}&list-type=2");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<Code>InvalidArgument</Code>", await answer.Content.ReadAsStringAsync());
    }

    private async Task<List<string>> ListV1(string prefix, string delimiter, int pageSize)
    {
        var names = new List<string>();
        var request = new ListObjectsRequest { BucketName = "bucket", Prefix = prefix, Delimiter = delimiter, MaxKeys = pageSize };
        ListObjectsResponse page;
        do
        {
            page = await s3.ListObjectsAsync(request);
            names.AddRange(Merge(page.S3Objects, page.CommonPrefixes, pageSize));
            request.Marker = page.NextMarker ?? names.LastOrDefault();
        }
        while (page.IsTruncated == true);
        return names;
    }

    private static List<string> Merge(List<S3Object>? objects, List<string>? prefixes, int pageSize)
    {
        var names = (objects ?? []).Select(item => item.Key).ToList();
        if (prefixes is { Count: > 0 })
            names = [.. names.Concat(prefixes).Order(StringComparer.Ordinal)];
        Assert.InRange(names.Count, 0, pageSize);
        return names;
    }
}
