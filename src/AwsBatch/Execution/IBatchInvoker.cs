using System.ComponentModel;

namespace AwsBatch.CompilerServices;

/// <summary>What a generated implementation calls; every call shape of an interface is one of these.</summary>
/// <typeparam name="TInterface">The batch interface, whose own defaults apply.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBatchInvoker<TInterface>
    where TInterface : class
{
    /// <summary>Sends one request; throws the SDK's own exception.</summary>
    Task<TResult> InvokeAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        TRequest request,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class;

    /// <summary>Sends a list of requests; results in their order.</summary>
    Task<BatchResult<TRequest, TResult>> BatchAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        IEnumerable<TRequest> requests,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class;

    /// <summary>Sends requests as they come, in bounded memory; results as they complete.</summary>
    IAsyncEnumerable<BatchItem<TRequest, TResult>> StreamAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        IAsyncEnumerable<TRequest> requests,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class;

    /// <inheritdoc cref="StreamAsync{TRequest, TResult}(BatchOperation{TRequest, TResult}, IAsyncEnumerable{TRequest}, BatchOptions?, CancellationToken)"/>
    IAsyncEnumerable<BatchItem<TRequest, TResult>> StreamAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation,
        IEnumerable<TRequest> requests,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class;

    /// <summary>Sends requests and what their answers continue with; pages as they arrive.</summary>
    IAsyncEnumerable<BatchPage<TRequest, TResponse>> PagesAsync<TRequest, TResponse>(
        BatchOperation<TRequest, TResponse> operation,
        Paging<TRequest, TResponse> paging,
        IEnumerable<TRequest> requests,
        BatchOptions? options,
        CancellationToken cancellationToken)
        where TRequest : class;
}
