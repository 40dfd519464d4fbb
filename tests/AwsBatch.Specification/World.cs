using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification;

/// <summary>The AWS that the scenarios run against: here the embedded endpoint.</summary>
public sealed class World : IAsyncLifetime
{
    public const string Bucket = "specification";

    private ServiceProvider? provider;

    public AwsEndpoint Endpoint { get; private set; } = null!;

    public IServiceProvider Services => provider!;

    public static async Task<World> StartAsync(AwsEndpointOptions? options = null)
    {
        var world = new World { Endpoint = await AwsEndpoint.StartAsync(options) };
        world.Endpoint.S3.CreateBucket(Bucket);
        for (var number = 0; number < 20; number++)
            world.Endpoint.S3.Put(Bucket, $"key-{number}", $"content of {number}");
        world.Endpoint.Ec2.RunInstances(count: 3);
        world.Endpoint.Lambda.AddFunction("echo");

        var services = new ServiceCollection();
        services.AddAwsBatch(aws => aws.UseEndpoint(world.Endpoint));
        world.provider = services.BuildServiceProvider(validateScopes: true);
        return world;
    }

    public async Task InitializeAsync()
    {
        var world = await StartAsync();
        (Endpoint, provider) = (world.Endpoint, world.provider);
    }

    public async Task DisposeAsync()
    {
        await provider!.DisposeAsync();
        await Endpoint.DisposeAsync();
    }
}
