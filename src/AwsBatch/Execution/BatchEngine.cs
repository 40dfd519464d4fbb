using System.Runtime.CompilerServices;
using AwsBatch.CompilerServices;
using Microsoft.Extensions.Options;

namespace AwsBatch.Execution;

/// <summary>The way of every call: settle its options, bind it to pools, run it.</summary>
internal sealed class BatchEngine(IOptions<AwsBatchOptions> options, Core core)
{
    public BatchOptions Defaults => options.Value.Defaults;

    public BatchOptions DefaultsOf(Type batchInterface) => options.Value.DefaultsOf(batchInterface);

    public async Task<TResult> InvokeAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation, TRequest request, RunSettings settings, CancellationToken cancellationToken)
        where TRequest : class
    {
        var result = await BatchAsync(operation, [request], settings.ForOne(), cancellationToken).ConfigureAwait(false);
        return result[0].EnsureSuccess();
    }

    public async Task<BatchResult<TRequest, TResult>> BatchAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation, TRequest[] requests, RunSettings settings, CancellationToken cancellationToken)
        where TRequest : class
    {
        var items = new BatchItem<TRequest, TResult>[requests.Length];
        var pool = await core.Pools.GetAsync(operation.Service, settings.Target, cancellationToken).ConfigureAwait(false);
        var run = new Run(settings, requests.Length, core, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            var batch = new UniformBatch<TRequest, TResult>(run, pool, operation, requests, items);
            return new BatchResult<TRequest, TResult>(items, await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    public async Task<BatchResult> RunAsync(
        BatchRequest[] requests, IReadOnlyDictionary<BatchRequest, int> positions, RunSettings settings, CancellationToken cancellationToken)
    {
        var destinations = await new Destinations(core.Pools, settings.Target, core.Clock).FindAllAsync(requests, cancellationToken).ConfigureAwait(false);
        var run = new Run(settings, requests.Length, core, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            var batch = new MixedBatch(run, requests, destinations);
            var summary = await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            return new BatchResult(batch.Items!, positions, summary);
        }
    }

    public async IAsyncEnumerable<BatchItem> StreamAsync(
        IAsyncEnumerable<BatchRequest> requests, RunSettings settings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new Run(settings, total: null, core, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            using var stream = new MixedStream(run, core.Pools, requests);
            await foreach (var item in stream.ExecuteAsync(cancellationToken).ConfigureAwait(false))
                yield return item;
        }
    }

    public async IAsyncEnumerable<BatchItem<TRequest, TResult>> StreamAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        IAsyncEnumerable<TRequest> requests,
        RunSettings settings,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : class
    {
        var pool = await core.Pools.GetAsync(operation.Service, settings.Target, cancellationToken).ConfigureAwait(false);
        var run = new Run(settings, total: null, core, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            var stream = new ItemStream<TRequest, TResult>(run, pool, operation, requests);
            await foreach (var item in stream.ExecuteAsync(cancellationToken).ConfigureAwait(false))
                yield return item;
        }
    }

    public async IAsyncEnumerable<BatchPage<TRequest, TResponse>> PagesAsync<TRequest, TResponse>(
        BatchOperation<TRequest, TResponse> operation,
        Paging<TRequest, TResponse> paging,
        IAsyncEnumerable<TRequest> requests,
        RunSettings settings,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : class
    {
        var pool = await core.Pools.GetAsync(operation.Service, settings.Target, cancellationToken).ConfigureAwait(false);
        var run = new Run(settings, total: null, core, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            var pages = new PageStream<TRequest, TResponse>(run, pool, operation, paging, requests);
            await foreach (var page in pages.ExecuteAsync(cancellationToken).ConfigureAwait(false))
                yield return page;
        }
    }
}
