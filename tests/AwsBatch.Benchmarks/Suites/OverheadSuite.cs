using Amazon.Runtime;
using Amazon.S3.Model;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.CompilerServices;
using static AwsBatch.Generated.S3ModelIdentities;
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
    private const int RoundCount = 7;
    private const string Default = "awsbatch-default";
    private const string NoDedupe = "awsbatch";
    private const string ForEach = "parallel-foreach";

    // Times of Parallel.ForEachAsync. With deduplication each request is hashed besides, by all its members.
    private static readonly (string Subject, double Ratio)[] Bounds = [(NoDedupe, 1.1), (Default, 2.0)];

    private static readonly BatchServiceDescriptor Service = BatchServiceDescriptor.For<IFakeService>("fake");
    private static readonly Task<string> Answer = Task.FromResult("ok");

    public string Name => "overhead";

    public IReadOnlyList<string> Baselines => [ForEach, "semaphore-whenall"];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        GetObjectMetadataRequest[] requests =
            [.. Enumerable.Range(0, Items).Select(static number => new GetObjectMetadataRequest { BucketName = "bucket", Key = $"key-{number}" })];
        await using var provider = Provider();
        var batches = provider.GetRequiredService<IBatchInvoker<IFakeService>>();

        var rows = new List<Row>();
        foreach (var (name, call, concurrency) in new (string, Func<Task<string>>, int)[]
        {
            ("no-op", NoOp, 32),
            ("yielding", Yielding, 32),
            ("yielding, one at a time", Yielding, 1),
            ("yielding, four at a time", Yielding, 4),
        })
        {
            var operation = BatchOperation.Create<GetObjectMetadataRequest, string>(
                Service, "Call", (_, _, _) => call(), identity: GetObjectMetadataRequestIdentity.Instance, isReadOnly: true);
            var options = new BatchOptions { Concurrency = concurrency };
            var figures = await Rounds.MeasureAsync(
                Items,
                RoundCount,
                [
                    (NoDedupe, () => BatchAsync(batches, operation, requests, options with { Dedupe = DedupeMode.Off })),
                    (Default, () => BatchAsync(batches, operation, requests, options)),
                    (ForEach, () => ParallelForEachAsync(call, requests, concurrency)),
                    ("semaphore-whenall", () => SemaphoreWhenAllAsync(call, requests, concurrency)),
                ],
                cancellationToken);
            foreach (var (subject, figure) in figures)
            {
                rows.Add(new Row(Name, name, subject, "ns_per_item", figure.NanosecondsPerItem));
                rows.Add(new Row(Name, name, subject, "bytes_per_item", figure.BytesPerItem));
            }

            foreach (var (subject, bound) in Bounds)
            {
                rows.Add(new Row(Name, name, subject, "ratio", figures[subject].NanosecondsPerItem / figures[ForEach].NanosecondsPerItem));
                rows.Add(new Row(Name, name, subject, "bound", bound));
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
        IBatchInvoker<IFakeService> batches,
        BatchOperation<GetObjectMetadataRequest, string> operation,
        GetObjectMetadataRequest[] requests,
        BatchOptions options)
    {
        var result = await batches.BatchAsync(operation, requests, options, CancellationToken.None);
        if (result.Summary.Succeeded != requests.Length)
            throw new InvalidOperationException($"{result.Summary.Failed} items failed; a figure of them says nothing.");
    }

    private static async Task ParallelForEachAsync(Func<Task<string>> call, GetObjectMetadataRequest[] requests, int concurrency)
    {
        var results = new string[requests.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, requests.Length),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency },
            async (number, _) => results[number] = await call());
    }

    private static async Task SemaphoreWhenAllAsync(Func<Task<string>> call, GetObjectMetadataRequest[] requests, int concurrency)
    {
        using var semaphore = new SemaphoreSlim(concurrency);
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
