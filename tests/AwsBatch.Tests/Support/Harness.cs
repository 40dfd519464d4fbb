using Amazon.Runtime;
using AwsBatch.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Support;

/// <summary>The real core over fake services and a clock that only the test moves.</summary>
public sealed class Harness : IDisposable, IAsyncDisposable
{
    public static readonly BatchServiceDescriptor Service = BatchServiceDescriptor.For<IFakeService>("fake");

    /// <summary>An answer that continues ends in its token: <c>page>token</c>.</summary>
    public static readonly Paging<FakeRequest, string> Paging = new("NextToken", TokenOf, static (request, response) =>
        new FakeRequest(request.Number) { Token = TokenOf(response) });

    private readonly ServiceProvider provider;

    public Harness(Action<AwsBatchOptions>? configure = null, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        add?.Invoke(services);
        AwsBatchRegistration.AddCore(services, options =>
        {
            options.Region = "eu-west-1";
            options.Credentials = new BasicAWSCredentials("AKIDFAKE", "not-a-real-secret");
            configure?.Invoke(options);
        });
        AwsBatchRegistration.AddService(services, Service);
        provider = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Clock { get; } = new();

    public IBatchInvoker<IFakeBatch> Batches => provider.GetRequiredService<IBatchInvoker<IFakeBatch>>();

    public IAwsBatch Aws => provider.GetRequiredService<IAwsBatch>();

    public IServiceProvider Services => provider;

    public static ServiceOperation<FakeRequest, string> Operation(
        Func<FakeRequest, CancellationToken, Task<string>> answer, string name = "Call", BatchServiceDescriptor? service = null) =>
        BatchOperation.Create<FakeRequest, string>(
            service ?? Service,
            name,
            (_, request, cancellationToken) => answer(request, cancellationToken),
            static (request, parameters) => parameters.Add("Number", request.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Lets time pass until a call has ended: back-offs and time-outs included.</summary>
    public async Task<TResult> PlayAsync<TResult>(Task<TResult> call)
    {
        await PlayAsync((Task)call);
        return await call;
    }

    /// <inheritdoc cref="PlayAsync{TResult}(Task{TResult})"/>
    public async Task PlayAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            // Real time for whom it has woken: on a busy machine minutes would pass before they act.
            await Task.Delay(TimeSpan.FromMilliseconds(1));
        }

        await call;
    }

    public static FakeRequest[] Requests(int count) => [.. Enumerable.Range(0, count).Select(number => new FakeRequest(number))];

    public void Dispose() => provider.Dispose();

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private static string? TokenOf(string response) => response.Split('>') is [_, var token] ? token : null;
}
