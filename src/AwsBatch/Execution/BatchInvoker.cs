using AwsBatch.CompilerServices;

namespace AwsBatch.Execution;

/// <summary>Checks a call of a batch interface and hands it to the engine with the interface's own defaults.</summary>
internal sealed class BatchInvoker<TInterface>(BatchEngine engine) : IBatchInvoker<TInterface>
    where TInterface : class
{
    public Task<TResult> InvokeAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation, TRequest request, BatchOptions? options, CancellationToken cancellationToken)
        where TRequest : class
    {
        ArgumentNullException.ThrowIfNull(request);
        return engine.InvokeAsync(operation, request, Settle(options), cancellationToken);
    }

    public Task<BatchResult<TRequest, TResult>> BatchAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        IEnumerable<TRequest> requests,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class
    {
        ArgumentNullException.ThrowIfNull(requests);
        var list = requests as TRequest[] ?? [.. requests];
        if (Array.IndexOf(list, null) is >= 0 and var index)
            throw new ArgumentException($"requests[{index}] is null; every request must be an object.", nameof(requests));
        return engine.BatchAsync(operation, list, Settle(options), cancellationToken);
    }

    public IAsyncEnumerable<BatchItem<TRequest, TResult>> StreamAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        IAsyncEnumerable<TRequest> requests,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class
    {
        ArgumentNullException.ThrowIfNull(requests);
        return engine.StreamAsync(operation, requests, Settle(options), cancellationToken);
    }

    public IAsyncEnumerable<BatchItem<TRequest, TResult>> StreamAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        IEnumerable<TRequest> requests,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class
    {
        ArgumentNullException.ThrowIfNull(requests);
        return engine.StreamAsync(operation, requests.ToAsyncEnumerable(), Settle(options), cancellationToken);
    }

    public IAsyncEnumerable<BatchPage<TRequest, TResponse>> PagesAsync<TRequest, TResponse>(
        BatchOperation<TRequest, TResponse> operation,
        Paging<TRequest, TResponse> paging,
        IEnumerable<TRequest> requests,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class
    {
        ArgumentNullException.ThrowIfNull(requests);
        return engine.PagesAsync(operation, paging, requests.ToAsyncEnumerable(), Settle(options), cancellationToken);
    }

    private RunSettings Settle(BatchOptions? options) => RunSettings.From(options, engine.DefaultsOf(typeof(TInterface)));
}
