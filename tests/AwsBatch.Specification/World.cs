using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification;

/// <summary>The AWS that the scenarios run against: here the embedded endpoint.</summary>
public sealed class World : IAsyncLifetime, IAsyncDisposable
{
    public const string Bucket = "specification";

    private ServiceProvider? provider;

    public AwsEndpoint Endpoint { get; private set; } = null!;

    public IServiceProvider Services => provider!;

    public IS3Batch S3 => Services.GetRequiredService<IS3Batch>();

    public IEc2Batch Ec2 => Services.GetRequiredService<IEc2Batch>();

    public ILambdaBatch Lambda => Services.GetRequiredService<ILambdaBatch>();

    /// <param name="options">How the endpoint listens.</param>
    /// <param name="clock">The core's clock; null for the machine's.</param>
    /// <param name="configure">Changes the core's options, given the endpoint.</param>
    public static async Task<World> StartAsync(
        AwsEndpointOptions? options = null, TimeProvider? clock = null, Action<AwsBatchOptions, AwsEndpoint>? configure = null)
    {
        var world = new World { Endpoint = await AwsEndpoint.StartAsync(options) };
        world.Endpoint.S3.CreateBucket(Bucket);
        for (var number = 0; number < 20; number++)
            world.Endpoint.S3.Put(Bucket, $"key-{number}", $"content of {number}");
        world.Endpoint.Ec2.RunInstances(count: 3);
        world.Endpoint.Lambda.AddFunction("echo");

        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddAwsBatch(aws =>
        {
            aws.UseEndpoint(world.Endpoint);
            configure?.Invoke(aws, world.Endpoint);
        });
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

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
}
