using System.Collections;

namespace AwsBatch;

/// <summary>What became of a batch: an item for every request, in the requests' order.</summary>
/// <typeparam name="TItem">The items' type.</typeparam>
public abstract class BatchResultList<TItem> : IReadOnlyList<TItem>
    where TItem : BatchItem
{
    private readonly TItem[] items;
    private TItem[]? succeeded;
    private TItem[]? failed;

    private protected BatchResultList(TItem[] items, BatchSummary summary)
    {
        this.items = items;
        Summary = summary;
    }

    /// <summary>The batch in numbers.</summary>
    public BatchSummary Summary { get; }

    /// <summary>The items that succeeded, in the requests' order.</summary>
    public IReadOnlyList<TItem> Succeeded => succeeded ??= Array.FindAll(items, static item => item.IsSuccess);

    /// <summary>The items that failed, in the requests' order.</summary>
    public IReadOnlyList<TItem> Failed => failed ??= Array.FindAll(items, static item => !item.IsSuccess);

    /// <summary>How many requests the batch had.</summary>
    public int Count => items.Length;

    /// <summary>The item of the request at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The batch has no such request.</exception>
    public TItem this[int index] => (uint)index < (uint)items.Length
        ? items[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The batch had {items.Length} requests, counted from 0.");

    /// <inheritdoc/>
    public IEnumerator<TItem> GetEnumerator() => ((IEnumerable<TItem>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What became of a batch of one operation.</summary>
/// <typeparam name="TRequest">The SDK's request type.</typeparam>
/// <typeparam name="TResult">The SDK's response type, or what a consumer makes of it.</typeparam>
public sealed class BatchResult<TRequest, TResult> : BatchResultList<BatchItem<TRequest, TResult>>
    where TRequest : class
{
    internal BatchResult(BatchItem<TRequest, TResult>[] items, BatchSummary summary)
        : base(items, summary)
    {
    }
}

/// <summary>What became of a mixed batch: items by position, or by handle with their types.</summary>
public sealed class BatchResult : BatchResultList<BatchItem>
{
    private readonly IReadOnlyDictionary<BatchRequest, int> positions;

    internal BatchResult(BatchItem[] items, IReadOnlyDictionary<BatchRequest, int> positions, BatchSummary summary)
        : base(items, summary) => this.positions = positions;

    /// <summary>The item of a request of this batch.</summary>
    /// <param name="request">The handle that was given to <see cref="IAwsBatch.RunAsync"/>.</param>
    /// <exception cref="ArgumentException">The handle was not in this batch.</exception>
    public BatchItem<TRequest, TResult> Get<TRequest, TResult>(BatchRequest<TRequest, TResult> request)
        where TRequest : class
    {
        ArgumentNullException.ThrowIfNull(request);
        return positions.TryGetValue(request, out var index)
            ? (BatchItem<TRequest, TResult>)this[index]
            : throw new ArgumentException(
                $"This {request.Service}:{request.Operation} request was not in this batch; ask with the handle that was given to RunAsync.",
                nameof(request));
    }
}
