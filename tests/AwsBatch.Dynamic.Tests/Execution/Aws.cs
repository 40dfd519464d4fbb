using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Dynamic.Tests.Execution;

/// <summary>An endpoint and the core over it.</summary>
internal sealed class Aws : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private Aws(AwsEndpoint endpoint)
    {
        Endpoint = endpoint;
        var services = new ServiceCollection();
        services.AddAwsBatchDynamic(aws => aws.UseEndpoint(endpoint));
        provider = services.BuildServiceProvider();
    }

    public AwsEndpoint Endpoint { get; }

    public static async Task<Aws> StartAsync() => new(await AwsEndpoint.StartAsync());

    public Task<BatchResult> RunAsync(BatchOptions? options, params BatchRequest[] requests) =>
        provider.GetRequiredService<IAwsBatch>().RunAsync(requests, options);

    public async Task<BatchItem> RunAsync(string service, string operation, string parameters) =>
        (await RunAsync(options: null, DynamicRequest.Create(service, operation, Json.Of(parameters))))[0];

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await Endpoint.DisposeAsync();
    }
}
