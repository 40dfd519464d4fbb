namespace AwsBatch.Admission;

/// <summary>A call's share of a pool, as the pool's gate sees it.</summary>
internal interface IGateWaiter
{
    /// <summary>Its place among those that wait. Only the gate touches it.</summary>
    LinkedListNode<IGateWaiter> Place { get; }

    /// <summary>The attempt within which the call was made, and which waits for it while it holds a permit; null if none.</summary>
    object? Within { get; }

    /// <summary>Says that a permit is now its own, to use or to give back. Called outside every lock.</summary>
    /// <returns>Who has it instead and must be told next; null if nobody.</returns>
    IGateWaiter? Granted();
}
