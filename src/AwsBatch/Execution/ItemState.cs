using System.Diagnostics;
using AwsBatch.Clients;
using AwsBatch.Deduplication;
using AwsBatch.Retries;

namespace AwsBatch.Execution;

/// <summary>A request on its way: what is known of it from its taking to its end.</summary>
internal struct ItemState
{
    /// <summary>The request, or the handle, as its source gave it.</summary>
    public object Request;

    /// <summary>Its place in its batch or stream.</summary>
    public int Index;

    /// <summary>What is sent for it: itself, or a copy that carries the item's idempotency token.</summary>
    public object? Prepared;

    /// <summary>Its body, if it has one that an attempt uses up.</summary>
    public IReplayedBody? Body;

    /// <summary>What its work wants to remember between two attempts, such as how many pages it had.</summary>
    public object? Cursor;

    /// <summary>When it was first admitted, in ticks of the clock's timestamp; 0 before.</summary>
    public long AdmittedAt;

    /// <summary>How often it was sent on the wire.</summary>
    public int Attempts;

    /// <summary>The id that its attempts are logged under; null before the first was sent.</summary>
    public string? InvocationId;

    /// <summary>What its failed attempts mean for the next.</summary>
    public ItemRetries Retries;

    /// <summary>The pool it turned out to belong to, if not its lane's.</summary>
    public ClientPool? Pool;

    /// <summary>The flight it leads, if others may wait for its answer.</summary>
    public Flight<FlightKey<OperationRequest>, BatchItem, BatchItem>? Lead;

    /// <summary>Its span, if somebody listens.</summary>
    public Activity? Span;

    /// <summary>Starts a request's way. In place: the worker's own state is written once, not made and copied.</summary>
    public static void Start(out ItemState item, object request, int index)
    {
        item = default;
        item.Request = request;
        item.Index = index;
    }
}
