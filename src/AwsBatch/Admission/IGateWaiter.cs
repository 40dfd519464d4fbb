namespace AwsBatch.Admission;

/// <summary>A call's share of a pool, as the pool's gate sees it.</summary>
internal interface IGateWaiter
{
    /// <summary>Its place among those that wait. Only the gate touches it.</summary>
    LinkedListNode<IGateWaiter> Place { get; }

    /// <summary>
    /// Whether it has to have a permit though the pool is full: those who hold the permits may be waiting for it.
    /// </summary>
    bool IsAwaitedWithin { get; }

    /// <summary>Says that a permit is now its own, to use or to give back. Called outside every lock.</summary>
    void Granted();
}
