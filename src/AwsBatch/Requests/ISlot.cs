using Amazon.Runtime;
using AwsBatch.CompilerServices;

namespace AwsBatch;

/// <summary>One unit of concurrency, as an operation sees it: where it sends, and how long it may take.</summary>
internal interface ISlot
{
    /// <summary>A client of the pool the request goes to.</summary>
    IAmazonService Client { get; }

    /// <summary>The pool's account, region and endpoint.</summary>
    BatchTarget Target { get; }

    /// <summary>Cancelled when the attempt's time is over or its call has ended.</summary>
    CancellationToken CancellationToken { get; }

    /// <summary>Starts an attempt's time.</summary>
    void Begin();

    /// <summary>Says that the answer's headers are here: from now on only the item's total time-out runs.</summary>
    void Answered();

    /// <summary>Ends the attempt's time.</summary>
    /// <returns>How long it took.</returns>
    TimeSpan End();

    /// <summary>Says what an exception of the attempt means.</summary>
    BatchError ErrorOf(Exception exception, BatchOperation operation, Func<string> describeRequest);
}
