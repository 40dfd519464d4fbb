namespace AwsBatch.Deduplication;

/// <summary>
/// A key on its way and those who wait for it. Guarded by its table's lock until <see cref="IsOver"/>; then it belongs to
/// the one who ended it.
/// </summary>
internal sealed class Flight<TKey, TValue, TFailure>(TKey key, int hash, TKey leader, CancellationTokenSource? lifetime)
    : KeyedNode<TKey, Flight<TKey, TValue, TFailure>>(key, hash)
{
    private readonly LinkedList<FlightWaiter<TKey, TValue, TFailure>> waiters = [];

    /// <summary>The leader's own key, which its caller may change while it should not.</summary>
    public TKey LeaderKey { get; private set; } = leader;

    /// <summary>Whether the key is the leader's live object, not a copy.</summary>
    public bool HasLiveKey { get; init; }

    /// <summary>The longest window anybody in it asked for.</summary>
    public TimeSpan Window { get; private set; }

    /// <summary>Whether it has ended: nobody joins, and nobody can leave.</summary>
    public bool IsOver { get; set; }

    public bool IsDeserted => waiters.Count == 0;

    /// <summary>How many leaders have given up and were not replaced yet.</summary>
    public int Vacancies { get; set; }

    /// <summary>Of a flight that lives only as long as somebody waits for it; null if whoever leads decides.</summary>
    public CancellationTokenSource? Lifetime { get; } = lifetime;

    public void Widen(TimeSpan window)
    {
        if (window > Window)
            Window = window;
    }

    public void Join(FlightWaiter<TKey, TValue, TFailure> waiter, TKey key)
    {
        waiter.Key = key;
        waiter.Flight = this;
        waiters.AddLast(waiter.Node);
    }

    public void Leave(FlightWaiter<TKey, TValue, TFailure> waiter)
    {
        waiters.Remove(waiter.Node);
        waiter.Flight = null;
        waiter.Key = default;
    }

    /// <returns>Who has waited longest; null if nobody waits.</returns>
    public FlightWaiter<TKey, TValue, TFailure>? TakeFirst()
    {
        var first = waiters.First?.Value;
        if (first is not null)
            Leave(first);
        return first;
    }

    /// <summary>Hands the lead to the one who has waited longest.</summary>
    public FlightWaiter<TKey, TValue, TFailure>? Promote()
    {
        if (waiters.First?.Value is not { } next)
            return null;

        LeaderKey = next.Key!;
        // The call of the former leader may have returned: its object is its caller's again.
        if (HasLiveKey)
            Key = LeaderKey;
        Leave(next);
        return next;
    }

    /// <summary>Whether the leader's request is no longer the one it came with, so that its end says nothing to others.</summary>
    public bool IsChanged(IEqualityComparer<TKey> comparer)
    {
        try
        {
            return comparer.GetHashCode(LeaderKey!) != Hash || !comparer.Equals(Key, LeaderKey);
        }
        catch (Exception)
        {
            // It is being changed at this very moment.
            return true;
        }
    }
}
