using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.Scenarios;

/// <summary>Every shape of a call does its work over a real wire.</summary>
public sealed class CallShapeScenarios(World world) : IClassFixture<World>
{
    private static readonly string[] Keys = ["key-3", "key-1", "key-7", "key-5"];

    private IS3Batch S3 => world.Services.GetRequiredService<IS3Batch>();

    [Scenario]
    public async Task A_batch_keeps_the_order_of_its_requests()
    {
        var heads = await S3.HeadObjectBatchAsync(Keys.Select(Head), new BatchOptions { Concurrency = 4 });

        Assert.Equal(Keys, heads.Select(item => item.Request.Key));
        Assert.All(heads, item => Assert.Equal($"content of {item.Request.Key[4..]}".Length, item.EnsureSuccess().ContentLength));
    }

    [Scenario]
    public async Task A_stream_gives_an_item_for_every_request()
    {
        var indices = new List<int>();
        await foreach (var item in S3.HeadObjectStreamAsync(Keys.Select(Head), new BatchOptions { Concurrency = 2 }))
        {
            Assert.Equal(Keys[item.Index], item.Request.Key);
            Assert.True(item.IsSuccess, item.Error?.ToString());
            indices.Add(item.Index);
        }

        Assert.Equal([0, 1, 2, 3], indices.Order());
    }

    [Scenario]
    public async Task A_consumer_reads_each_body_in_its_slot()
    {
        var bodies = await S3.GetObjectBatchAsync(
            Keys.Select(key => new GetObjectRequest { BucketName = World.Bucket, Key = key }),
            static async (_, response, cancellationToken) =>
                await new StreamReader(response.ResponseStream).ReadToEndAsync(cancellationToken),
            new BatchOptions { Concurrency = 2 });

        Assert.Equal(Keys.Select(key => $"content of {key[4..]}"), bodies.Select(item => item.EnsureSuccess()));
    }

    [Scenario]
    public async Task What_one_batch_writes_and_deletes_another_sees()
    {
        string[] keys = [.. Enumerable.Range(0, 10).Select(number => $"written/{Guid.NewGuid():N}/{number}")];

        var puts = await S3.PutObjectBatchAsync(
            keys.Select(key => new PutObjectRequest { BucketName = World.Bucket, Key = key, ContentBody = "new" }));
        Assert.Empty(puts.Failed.Select(item => item.Error?.ToString()));
        var deletes = await S3.DeleteObjectBatchAsync(
            keys.Take(5).Select(key => new DeleteObjectRequest { BucketName = World.Bucket, Key = key }));
        Assert.Empty(deletes.Failed.Select(item => item.Error?.ToString()));

        var heads = await S3.HeadObjectBatchAsync(keys.Select(Head));
        Assert.Equal(Enumerable.Range(5, 5), heads.Succeeded.Select(item => item.Index));
    }

    private static GetObjectMetadataRequest Head(string key) => new() { BucketName = World.Bucket, Key = key };
}
