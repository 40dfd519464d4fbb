using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>
/// Why pools of a stream could not be made: an account that has no credentials has none for its next request either, and may
/// take seconds to say so.
/// </summary>
/// <param name="clock">What time it is.</param>
internal sealed class Refusals(TimeProvider clock)
{
    // A request in so many seconds then waits for the answer, and what was put right is noticed about as soon as it is looked for.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    // Targets may be without end; the oldest goes first.
    private const int Capacity = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<PoolKey, (Exception Reason, long At)> known = [];
    private readonly Queue<PoolKey> oldest = [];

    public Exception? Find(PoolKey key)
    {
        lock (gate)
        {
            while (oldest.TryPeek(out var first) && clock.GetElapsedTime(known[first].At) >= Lifetime)
                ForgetOldest();
            return known.TryGetValue(key, out var refusal) ? refusal.Reason : null;
        }
    }

    /// <summary>Notes a reason that is not known yet.</summary>
    public void Add(PoolKey key, Exception reason)
    {
        lock (gate)
        {
            if (known.Count == Capacity)
                ForgetOldest();
            known.Add(key, (reason, clock.GetTimestamp()));
            oldest.Enqueue(key);
        }
    }

    private void ForgetOldest() => known.Remove(oldest.Dequeue());
}
