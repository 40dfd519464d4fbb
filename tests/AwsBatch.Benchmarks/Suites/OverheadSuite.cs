using Amazon.Runtime;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites;

/// <summary>
/// What the engine itself costs an item: batches over an operation that does nothing, and over one that only yields,
/// beside the two loops users write.
/// </summary>
internal sealed class OverheadSuite : ISuite
{
    private const int Items = 200_000;
    private const int Concurrency = 32;
    private const int RoundCount = 7;

    private static readonly BatchServiceDescriptor Service = BatchServiceDescriptor.For<IFakeService>("fake");
    private static readonly Task<string> Answer = Task.FromResult("ok");

    public string Name => "overhead";

    public IReadOnlyList<string> Baselines => ["parallel-foreach", "semaphore-whenall"];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        FakeRequest[] requests = [.. Enumerable.Range(0, Items).Select(number => new FakeRequest(number))];
        await using var provider = Provider();
        var batches = provider.GetRequiredService<IBatchInvoker<IFakeService>>();

        var rows = new List<Row>();
        foreach (var (name, call) in new (string, Func<Task<string>>)[] { ("no-op", NoOp), ("yielding", Yielding) })
        {
            var operation = BatchOperation.Create<FakeRequest, string>(Service, "Call", (_, _, _) => call());
            var figures = await Rounds.MeasureAsync(
                Items,
                RoundCount,
                [
                    ("awsbatch", () => BatchAsync(batches, operation, requests)),
                    ("parallel-foreach", () => ParallelForEachAsync(call, requests)),
                    ("semaphore-whenall", () => SemaphoreWhenAllAsync(call, requests)),
                ],
                cancellationToken);
            foreach (var (subject, figure) in figures)
            {
                rows.Add(new Row(Name, name, subject, "ns_per_item", figure.NanosecondsPerItem));
                rows.Add(new Row(Name, name, subject, "bytes_per_item", figure.BytesPerItem));
            }
        }

        return rows;
    }

    private static Task<string> NoOp() => Answer;

    private static async Task<string> Yielding()
    {
        await Task.Yield();
        return "ok";
    }

    private static async Task BatchAsync(
        IBatchInvoker<IFakeService> batches, BatchOperation<FakeRequest, string> operation, FakeRequest[] requests)
    {
        var result = await batches.BatchAsync(operation, requests, new BatchOptions { Concurrency = Concurrency }, CancellationToken.None);
        if (result.Summary.Succeeded != requests.Length)
            throw new InvalidOperationException($"{result.Summary.Failed} items failed; a figure of them says nothing.");
    }

    private static async Task ParallelForEachAsync(Func<Task<string>> call, FakeRequest[] requests)
    {
        var results = new string[requests.Length];
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
            async (request, _) => results[request.Number] = await call());
    }

    private static async Task SemaphoreWhenAllAsync(Func<Task<string>> call, FakeRequest[] requests)
    {
        using var semaphore = new SemaphoreSlim(Concurrency);
        await Task.WhenAll(requests.Select(async _ =>
        {
            await semaphore.WaitAsync();
            try
            {
                return await call();
            }
            finally
            {
                semaphore.Release();
            }
        }));
    }

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
