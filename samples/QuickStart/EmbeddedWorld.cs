using AwsBatch;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>The embedded endpoint: nothing to install, nothing leaves the machine.</summary>
internal sealed class EmbeddedWorld : IWorld
{
    private readonly AwsEndpoint endpoint;
    private readonly ServiceProvider services;

    private EmbeddedWorld(AwsEndpoint endpoint)
    {
        this.endpoint = endpoint;
        services = new ServiceCollection().AddAwsBatch(options => options.UseEndpoint(endpoint)).Services.BuildServiceProvider();
    }

    public string Name => $"the embedded endpoint at {endpoint.Url}";

    public string Bucket => "quickstart-data";

    public IReadOnlyList<string> Keys { get; } =
        [.. Enumerable.Range(0, 4_000).Select(number => $"logs/2026/{number / 1_000:00}/part-{number:0000}.json")];

    public IReadOnlyList<string> Functions { get; } = [.. Enumerable.Range(0, 25).Select(number => $"worker-{number:00}")];

    public IServiceProvider Services => services;

    public static async Task<EmbeddedWorld> StartAsync()
    {
        var world = new EmbeddedWorld(await AwsEndpoint.StartAsync());
        world.Fill();
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await endpoint.DisposeAsync();
    }

    private void Fill()
    {
        endpoint.S3.CreateBucket(Bucket);
        endpoint.S3.CreateBucket("quickstart-archive");
        foreach (var key in Keys)
            endpoint.S3.Put(Bucket, key, $$"""{"key":"{{key}}"}""");
        endpoint.Ec2.RunInstances(count: 40);
        foreach (var function in Functions)
            endpoint.Lambda.AddFunction(function);

        // Latencies as a nearby region has them.
        endpoint.On("s3:*").Latency = LatencyDistribution.LogNormal(TimeSpan.FromMilliseconds(15), sigma: 0.4);
        endpoint.On("ec2:*").Latency = LatencyDistribution.LogNormal(TimeSpan.FromMilliseconds(60), sigma: 0.5);
        endpoint.On("lambda:*").Latency = LatencyDistribution.LogNormal(TimeSpan.FromMilliseconds(30), sigma: 0.5);
    }
}
