using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites.Overhead;

/// <summary>The engine over operations that send nothing.</summary>
internal sealed class WirelessEngine : IAsyncDisposable
{
    private static readonly Task<string> Answer = Task.FromResult("ok");

    private readonly ServiceProvider provider = Provider();

    /// <summary>The service that its operations are of.</summary>
    public static BatchServiceDescriptor Service { get; } = BatchServiceDescriptor.For<IFakeService>("fake");

    public static Task<string> NoOp() => Answer;

    public static async Task<string> Yielding()
    {
        await Task.Yield();
        return "ok";
    }

    public async Task BatchAsync<TRequest>(BatchOperation<TRequest, string> operation, TRequest[] requests, BatchOptions options)
        where TRequest : AmazonWebServiceRequest
    {
        var batches = provider.GetRequiredService<IBatchInvoker<IFakeService>>();
        var result = await batches.BatchAsync(operation, requests, options, CancellationToken.None);
        if (result.Summary.Succeeded != requests.Length)
            throw new InvalidOperationException($"{result.Summary.Failed} items failed; a figure of them says nothing.");
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private static ServiceProvider Provider()
    {
        var services = new ServiceCollection();
        AwsBatchRegistration.AddCore(services, options =>
        {
            options.Region = "us-east-1";
            options.Credentials = new AnonymousAWSCredentials();
        });
        AwsBatchRegistration.AddService(services, Service);
        return services.BuildServiceProvider();
    }
}
