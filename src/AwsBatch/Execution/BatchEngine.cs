using System.Runtime.CompilerServices;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AwsBatch.Execution;

/// <summary>The way of every call: settle its options, bind it to pools, run it.</summary>
internal sealed class BatchEngine(IOptions<AwsBatchOptions> options, ClientPools pools, TimeProvider clock, ILogger<BatchEngine> logger)
{
    public BatchOptions Defaults => options.Value.Defaults;

    public BatchOptions DefaultsOf(Type batchInterface) => options.Value.DefaultsOf(batchInterface);

    public async Task<TResult> InvokeAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation, TRequest request, RunSettings settings, CancellationToken cancellationToken)
        where TRequest : class
    {
        var pool = await pools.GetAsync(operation.Service, settings.Target, cancellationToken).ConfigureAwait(false);
        using var deadlines = new Deadlines(settings, clock);
        using var slot = new Slot(settings, clock, cancellationToken) { Pool = pool };
        deadlines.Watch(slot);
        var item = await operation.AttemptAsync(slot, request, index: 0).ConfigureAwait(false);
        return ((BatchItem<TRequest, TResult>)item).EnsureSuccess();
    }

    public async Task<BatchResult<TRequest, TResult>> BatchAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation, TRequest[] requests, RunSettings settings, CancellationToken cancellationToken)
        where TRequest : class
    {
        var items = new BatchItem<TRequest, TResult>[requests.Length];
        PoolGroup[] groups = requests.Length == 0
            ? []
            : [new(await pools.GetAsync(operation.Service, settings.Target, cancellationToken).ConfigureAwait(false), null, requests.Length)];
        var summary = await RunAsync(new UniformWork<TRequest, TResult>(operation, requests, items), groups, settings, cancellationToken)
            .ConfigureAwait(false);
        return new BatchResult<TRequest, TResult>(items, summary);
    }

    public async Task<BatchResult> RunAsync(
        BatchRequest[] requests, IReadOnlyDictionary<BatchRequest, int> positions, RunSettings settings, CancellationToken cancellationToken)
    {
        var work = new MixedWork(requests);
        var groups = await GroupAsync(requests, settings, cancellationToken).ConfigureAwait(false);
        var summary = await RunAsync(work, groups, settings, cancellationToken).ConfigureAwait(false);
        return new BatchResult(work.Items!, positions, summary);
    }

    public async IAsyncEnumerable<BatchItem<TRequest, TResult>> StreamAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        IAsyncEnumerable<TRequest> requests,
        RunSettings settings,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : class
    {
        var pool = await pools.GetAsync(operation.Service, settings.Target, cancellationToken).ConfigureAwait(false);
        var run = new Run(settings, total: null, clock, logger, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            var stream = new ItemStreamRun<TRequest, TResult>(run, pool, operation, requests);
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
        var pool = await pools.GetAsync(operation.Service, settings.Target, cancellationToken).ConfigureAwait(false);
        var run = new Run(settings, total: null, clock, logger, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            var pages = new PageStreamRun<TRequest, TResponse>(run, pool, operation, paging, requests);
            await foreach (var page in pages.ExecuteAsync(cancellationToken).ConfigureAwait(false))
                yield return page;
        }
    }

    private async Task<BatchSummary> RunAsync(
        BatchWork work, PoolGroup[] groups, RunSettings settings, CancellationToken cancellationToken)
    {
        var run = new Run(settings, work.Items.Length, clock, logger, cancellationToken);
        await using (run.ConfigureAwait(false))
            return await new BatchRun(run, work, new FairSchedule(groups)).ExecuteAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<PoolGroup[]> GroupAsync(BatchRequest[] requests, RunSettings settings, CancellationToken cancellationToken)
    {
        var byPool = new Dictionary<ClientPool, List<int>>();
        for (var position = 0; position < requests.Length; position++)
        {
            var target = requests[position].Target?.Over(settings.Target) ?? settings.Target;
            var pool = await pools.GetAsync(requests[position].Descriptor.Service, target, cancellationToken).ConfigureAwait(false);
            if (!byPool.TryGetValue(pool, out var positions))
                byPool.Add(pool, positions = []);
            positions.Add(position);
        }

        return [.. byPool.Select(static group => new PoolGroup(group.Key, [.. group.Value], group.Value.Count))];
    }
}
