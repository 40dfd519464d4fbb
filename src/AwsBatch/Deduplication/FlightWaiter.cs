namespace AwsBatch.Deduplication;

/// <summary>
/// An item that may have to wait for an equal one: one node, no task and no slot. It is called back exactly once per wait,
/// outside every lock, on the thread that ended the flight, perhaps before <c>Enter</c> has returned. A callback must be
/// short and must not throw. Free for another key as soon as it is called back, has left, or was not told to wait.
/// </summary>
internal abstract class FlightWaiter<TKey, TValue, TFailure>
{
    protected FlightWaiter() => Node = new(this);

    /// <summary>Its place in the flight it waits for.</summary>
    internal LinkedListNode<FlightWaiter<TKey, TValue, TFailure>> Node { get; }

    /// <summary>What it waits for.</summary>
    internal Flight<TKey, TValue, TFailure>? Flight { get; set; }

    /// <summary>Its own key, with which it leads if it comes to that.</summary>
    internal TKey? Key { get; set; }

    /// <summary>The equal request was answered.</summary>
    public abstract void Answered(TValue value);

    /// <summary>The equal request failed.</summary>
    public abstract void Failed(TFailure failure);

    /// <summary>Who led has given up: send the request, and end this flight.</summary>
    public abstract void Lead(Flight<TKey, TValue, TFailure> flight);
}
