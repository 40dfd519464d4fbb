namespace AwsBatch.Execution;

/// <summary>
/// What a call does later: items by the time their wait is over, and one timer for them and for whatever else waits.
/// Belongs to the dispatcher's lock.
/// </summary>
internal sealed class Agenda : IDisposable
{
    private readonly PriorityQueue<WaitingItem, long> parked = new();
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private long wakeAt = long.MaxValue;

    public Agenda(TimeProvider clock, TimerCallback wake)
    {
        this.clock = clock;
        timer = clock.CreateTimer(wake, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count => parked.Count;

    /// <summary>When the next item's wait is over.</summary>
    public long NextDue => parked.TryPeek(out _, out var due) ? due : long.MaxValue;

    public void Park(WaitingItem item, long due) => parked.Enqueue(item, due);

    public WaitingItem? TakeDue(long now) => parked.TryPeek(out var item, out var due) && due <= now ? parked.Dequeue() : null;

    public IReadOnlyList<WaitingItem> Clear()
    {
        WaitingItem[] items = [.. parked.UnorderedItems.Select(static entry => entry.Element)];
        parked.Clear();
        return items;
    }

    /// <summary>Wakes the dispatcher once, at that time.</summary>
    public void WakeAt(long when)
    {
        if (when == wakeAt)
            return;

        wakeAt = when;
        // A tick late rather than early, if it can be: an early wake finds nothing due and sets the timer again.
        var wait = when == long.MaxValue
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(clock.GetElapsedTime(clock.GetTimestamp(), when).TotalMilliseconds), 1, int.MaxValue));
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Says that the timer has rung.</summary>
    public void Woken() => wakeAt = long.MaxValue;

    public void Dispose() => timer.Dispose();
}
