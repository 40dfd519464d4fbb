namespace AwsBatch.Execution;

/// <summary>
/// The items of a call that have begun and hold no slot: parked until their next attempt, ready for it, waiting for an equal
/// one's answer, or ended and still to be told. Belongs to the dispatcher's lock.
/// </summary>
internal sealed class Backlog(TimeProvider clock, TimeSpan totalTimeout, TimerCallback wake) : IDisposable
{
    private readonly Agenda agenda = new(clock, wake);
    private readonly Queue<WaitingItem> outcomes = new();
    private readonly LinkedList<JoinedItem> joined = new();
    private int count;

    /// <summary>How many items wait. Takes no lock.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Keeps an item for so long, or until its time is over if that comes first.</summary>
    public void Park(WaitingItem item, TimeSpan delay)
    {
        count++;
        agenda.Park(item, Math.Min(clock.After(delay), item.ExpiresAt));
        item.Lane.Group.Park();
    }

    /// <summary>Puts an item before the fresh requests of its lane.</summary>
    public void MakeReady(WaitingItem item)
    {
        count++;
        item.Lane.MakeReady(item);
    }

    /// <summary>Keeps an item until it is settled, which it may be already.</summary>
    public void Join(JoinedItem item)
    {
        count++;
        if (item.Early is { } early)
        {
            GoOn(early);
            return;
        }

        item.ExpiresAt = clock.After(totalTimeout);
        joined.AddLast(item.Place);
        item.Lane.Group.Joined++;
    }

    /// <summary>Goes on with an item whose answer, or whose turn to ask for it, has come.</summary>
    public void Settle(JoinedItem item, WaitingItem then)
    {
        if (item.Place.List is null)
        {
            item.Early = then;
            return;
        }

        Leave(item);
        GoOn(then);
    }

    /// <summary>Takes an item that has ended without another attempt.</summary>
    public WaitingItem? TakeOutcome()
    {
        if (!outcomes.TryDequeue(out var item))
            return null;

        count--;
        return item;
    }

    /// <summary>Takes an item, ready or fresh, for an attempt.</summary>
    public bool TryTake(Lane lane, ref ItemState item)
    {
        if (!lane.TryTake(ref item, out var wasWaiting))
            return false;

        count -= wasWaiting ? 1 : 0;
        return true;
    }

    /// <summary>The timer has rung: makes ready what is due, and ends what may wait no longer.</summary>
    public void Advance(long now, ReadOnlySpan<Lane> lanes)
    {
        agenda.Woken();
        while (agenda.TakeDue(now) is { } item)
        {
            item.Lane.Group.Unpark();
            if (item.ExpiresAt <= now)
                outcomes.Enqueue(item);
            else
                item.Lane.MakeReady(item);
        }

        foreach (var lane in lanes)
            lane.TakeExpired(now, outcomes);
        while (joined.First?.Value is { } late && late.ExpiresAt <= now)
        {
            Leave(late);
            outcomes.Enqueue(late.Expired(totalTimeout));
        }
    }

    /// <summary>When time alone changes something here: an item's next attempt, or its end.</summary>
    public long NextChange(ReadOnlySpan<Lane> lanes)
    {
        var next = Math.Min(agenda.NextDue, joined.First?.Value.ExpiresAt ?? long.MaxValue);
        foreach (var lane in lanes)
            next = Math.Min(next, lane.NextExpiry);
        return next;
    }

    /// <summary>Sets the timer.</summary>
    public void WakeAt(long when) => agenda.WakeAt(when);

    /// <summary>Lets go of everything.</summary>
    /// <returns>Those that wait for an equal one's answer, which still counts on them; and all others.</returns>
    public (IReadOnlyList<JoinedItem> Joined, IReadOnlyList<WaitingItem> Others) Clear(ReadOnlySpan<Lane> lanes)
    {
        count = 0;
        JoinedItem[] left = [.. joined];
        joined.Clear();
        List<WaitingItem> others = [.. agenda.Clear(), .. outcomes];
        outcomes.Clear();
        foreach (var lane in lanes)
            others.AddRange(lane.Clear());
        return (left, others);
    }

    public void Dispose() => agenda.Dispose();

    private void Leave(JoinedItem item)
    {
        joined.Remove(item.Place);
        item.Lane.Group.Joined--;
    }

    private void GoOn(WaitingItem item)
    {
        if (item.Outcome is null)
            item.Lane.MakeReady(item);
        else
            outcomes.Enqueue(item);
    }
}
