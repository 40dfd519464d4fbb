using Amazon.S3.Model;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>What a window remembers is not asked again, which the endpoint's count shows.</summary>
public sealed class RememberedAnswersOnTheWire(World world) : IClassFixture<World>
{
    private static readonly BatchOptions Window = new() { DedupeWindow = TimeSpan.FromHours(1) };

    [Fact]
    public async Task The_head_of_an_object_is_remembered_however_large_the_object_is()
    {
        world.Endpoint.S3.Put(World.Bucket, "large", new byte[20 << 20]);
        var before = world.Endpoint.Wire.Requests;

        await HeadAsync("large");
        var again = await HeadAsync("large");

        Assert.Equal(20 << 20, again.Response!.ContentLength);
        Assert.True(again.Deduplicated);
        Assert.Equal(1, world.Endpoint.Wire.Requests - before);
    }

    private async Task<BatchItem<GetObjectMetadataRequest, GetObjectMetadataResponse>> HeadAsync(string key) =>
        Assert.Single(await world.S3.HeadObjectBatchAsync([new() { BucketName = World.Bucket, Key = key }], Window));
}
