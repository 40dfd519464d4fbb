namespace AwsBatch;

/// <summary>One page of a request's answers: an item of the request as given, and its place among the request's pages.</summary>
/// <typeparam name="TRequest">The SDK's request type.</typeparam>
/// <typeparam name="TResponse">The SDK's response type.</typeparam>
/// <remarks>
/// A page that failed is its request's last: the pages before it stand, and no more follow. Duration and attempts are the page's own.
/// </remarks>
public sealed class BatchPage<TRequest, TResponse> : BatchItem<TRequest, TResponse>
    where TRequest : class
{
    internal BatchPage(BatchItem<TRequest, TResponse> sent, TRequest request, int page, bool isLast)
        : base(sent, request)
    {
        Page = page;
        IsLast = isLast;
    }

    internal BatchPage(CompilerServices.BatchOperation operation, int index, BatchTarget target, TRequest request, BatchError error, int page)
        : base(operation, index, target, request, error, TimeSpan.Zero, attempts: 0)
    {
        Page = page;
        IsLast = true;
    }

    /// <summary>The page's place among those of its request, from 0.</summary>
    public int Page { get; }

    /// <summary>Whether no page of this request follows: its answers have no more, or this page failed.</summary>
    public bool IsLast { get; }
}
