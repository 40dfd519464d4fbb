using Amazon.EC2.Model;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.Scenarios;

/// <summary>Every page of every request, over a real wire.</summary>
public sealed class PagesScenarios(World world) : IClassFixture<World>
{
    private readonly string folder = $"pages/{Guid.NewGuid():N}";

    private IS3Batch S3 => world.Services.GetRequiredService<IS3Batch>();

    [Scenario]
    public async Task All_keys_of_several_prefixes_come_in_pages()
    {
        var keys = await PutAsync("a", "b", "c");
        var requests = new[] { "a", "b", "c" }
            .Select(prefix => new ListObjectsV2Request { BucketName = World.Bucket, Prefix = $"{folder}/{prefix}/", MaxKeys = 3 })
            .ToList();

        var pages = await S3.ListObjectsV2PagesAsync(requests, new BatchOptions { Concurrency = 2 }).ToListAsync();

        Assert.All(pages, page => Assert.Same(requests[page.Index], page.Request));
        Assert.All(requests, request => Assert.Null(request.ContinuationToken));
        foreach (var request in pages.GroupBy(page => page.Index))
        {
            Assert.Equal([0, 1, 2], request.Select(page => page.Page));
            Assert.Equal([3, 3, 1], request.Select(page => page.EnsureSuccess().S3Objects.Count));
            Assert.Equal([false, false, true], request.Select(page => page.IsLast));
        }

        Assert.Equal(keys, pages.SelectMany(page => page.Response!.S3Objects).Select(found => found.Key).Order(StringComparer.Ordinal));
    }

    [Scenario]
    public async Task A_listing_without_a_delimiter_continues_after_its_last_key()
    {
        var keys = await PutAsync("old");

        var pages = await S3.ListObjectsPagesAsync([new() { BucketName = World.Bucket, Prefix = $"{folder}/", MaxKeys = 2 }]).ToListAsync();

        Assert.Equal([2, 2, 2, 1], pages.Select(page => page.EnsureSuccess().S3Objects.Count));
        Assert.Equal(keys, pages.SelectMany(page => page.Response!.S3Objects).Select(found => found.Key));
    }

    [Scenario]
    public async Task A_request_that_fails_is_one_page_and_the_others_give_all_of_theirs()
    {
        await PutAsync("there");
        ListObjectsV2Request[] requests =
        [
            new() { BucketName = "nonexistent-bucket" },
            new() { BucketName = World.Bucket, Prefix = $"{folder}/", MaxKeys = 4 },
        ];

        var pages = await S3.ListObjectsV2PagesAsync(requests).ToListAsync();

        var failed = Assert.Single(pages, page => !page.IsSuccess);
        Assert.Equal((0, 0, true, "NoSuchBucket"), (failed.Index, failed.Page, failed.IsLast, failed.Error!.Code));
        Assert.Equal([4, 3], pages.Where(page => page.Index == 1).Select(page => page.EnsureSuccess().S3Objects.Count));
    }

    [Scenario]
    public async Task All_instances_come_in_pages()
    {
        var ec2 = world.Services.GetRequiredService<IEc2Batch>();
        var launches = await ec2.RunInstancesBatchAsync(Enumerable.Range(0, 12).Select(_ =>
            new RunInstancesRequest { ImageId = "ami-12c6146b", MinCount = 1, MaxCount = 1 }));
        var launched = launches.SelectMany(item => item.EnsureSuccess().Reservation.Instances).Select(instance => instance.InstanceId).ToList();

        var pages = await ec2.DescribeInstancesPagesAsync([new() { MaxResults = 5 }]).ToListAsync();

        var described = pages.SelectMany(page => page.EnsureSuccess().Reservations)
            .SelectMany(reservation => reservation.Instances)
            .Select(instance => instance.InstanceId)
            .ToList();
        Assert.Equal(12, launched.Count);
        Assert.Subset(described.ToHashSet(), launched.ToHashSet());
        Assert.Equal(described.Distinct(), described);
        Assert.Equal(3, pages.Count);
        Assert.Equal(2, Assert.Single(pages, page => page.IsLast).Page);
    }

    // Seven keys under each prefix, in key order.
    private async Task<IEnumerable<string>> PutAsync(params string[] prefixes)
    {
        List<string> keys = [.. prefixes.SelectMany(prefix => Enumerable.Range(0, 7).Select(number => $"{folder}/{prefix}/{number}"))];
        var puts = await S3.PutObjectBatchAsync(keys.Select(key => new PutObjectRequest { BucketName = World.Bucket, Key = key, ContentBody = key }));
        Assert.Empty(puts.Failed.Select(item => item.Error?.ToString()));
        return keys;
    }
}
