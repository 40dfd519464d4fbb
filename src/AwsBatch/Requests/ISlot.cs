using Amazon.Runtime;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;

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

    /// <summary>What the handlers that send see of the attempt.</summary>
    Invocation Invocation { get; }

    /// <summary>What is sent for the request in all its attempts; null before the first.</summary>
    object? Prepared { get; set; }

    /// <summary>The body of the request, if it has one that an attempt uses up.</summary>
    IReplayedBody? Body { get; set; }

    /// <summary>How often the request was sent so far.</summary>
    int Attempts { get; }

    /// <summary>From the request's first sending to the end of its latest.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Starts an attempt's time.</summary>
    void Begin();

    /// <summary>Says that the answer's headers are here: from now on only the item's total time-out runs.</summary>
    void Answered();

    /// <summary>Ends the attempt's time: it has its result.</summary>
    void Succeeded();

    /// <summary>Ends the attempt's time.</summary>
    /// <param name="exception">What came of it.</param>
    /// <param name="operation">What was called.</param>
    /// <param name="describeRequest">Says the request's key parameters.</param>
    /// <param name="mayResend">Whether the request may be sent again if its answer was lost.</param>
    /// <returns>What went wrong.</returns>
    BatchError Failed(Exception exception, BatchOperation operation, Func<string> describeRequest, bool mayResend);
}
