using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>
/// Why pools could not be made: an account that has no credentials has none for its next request either, and may take seconds
/// to say so.
/// </summary>
/// <param name="clock">What time it is.</param>
/// <param name="lifetime">How long a reason holds.</param>
/// <param name="capacity">How many are kept; the oldest goes first.</param>
internal sealed class Refusals(TimeProvider clock, TimeSpan lifetime, int capacity)
{
    // A request in so many seconds then waits for the answer, and what was put right is noticed about as soon as it is looked for.
    private static readonly TimeSpan LifetimeInStream = TimeSpan.FromSeconds(5);

    private const int CapacityInStream = 256;

    private readonly Dictionary<PoolKey, (Exception Reason, long At)> known = [];
    private readonly Queue<PoolKey> oldest = [];

    /// <summary>Those of a batch: it ends, and its requests have one answer.</summary>
    public static Refusals OfBatch(TimeProvider clock) => new(clock, TimeSpan.MaxValue, int.MaxValue);

    /// <summary>Those of a stream: it may outlast what was wrong, and its targets may be without end.</summary>
    public static Refusals OfStream(TimeProvider clock) => new(clock, LifetimeInStream, CapacityInStream);

    public Exception? Find(PoolKey key)
    {
        while (oldest.TryPeek(out var first) && clock.GetElapsedTime(known[first].At) >= lifetime)
            ForgetOldest();
        return known.TryGetValue(key, out var refusal) ? refusal.Reason : null;
    }

    /// <summary>Notes a reason that is not known yet.</summary>
    public void Add(PoolKey key, Exception reason)
    {
        if (known.Count == capacity)
            ForgetOldest();
        known.Add(key, (reason, clock.GetTimestamp()));
        oldest.Enqueue(key);
    }

    private void ForgetOldest() => known.Remove(oldest.Dequeue());
}
