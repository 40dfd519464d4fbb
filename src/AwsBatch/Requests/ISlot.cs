using AwsBatch.CompilerServices;

namespace AwsBatch;

/// <summary>One unit of concurrency, as a request sees it: sends it, and bounds its time.</summary>
internal interface ISlot
{
    /// <summary>Cancelled when the attempt's time is over or its call has ended.</summary>
    CancellationToken CancellationToken { get; }

    /// <summary>Says that the answer's headers are here: from now on only the item's total time-out runs.</summary>
    void Answered();

    /// <summary>Sends a request and makes its item, whatever happens.</summary>
    ValueTask<BatchItem> SendAsync<TRequest, TResult>(BatchOperation<TRequest, TResult> operation, TRequest request, int index)
        where TRequest : class;
}
