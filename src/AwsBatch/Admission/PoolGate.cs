namespace AwsBatch.Admission;

/// <summary>
/// The gate of a pool: over all calls of the process no more attempts are inside than its limit allows. Calls that find
/// it full wait in line, and each permit that comes free goes to the next in line, so that calls share a pool evenly. For the
/// calls made within an attempt, as by a consumer, there is one permit past the limit: the attempt waits for them, and keeps its own.
/// </summary>
internal sealed class PoolGate(AdaptiveLimiter limiter, IQuotaLease quota)
{
    private readonly Lock gate = new();
    private readonly LinkedList<IGateWaiter> line = new();
    private readonly Dictionary<object, IGateWaiter> beyond = [];
    private IGateWaiter? first;
    private int withinInLine;
    private int inFlight;

    public AdaptiveLimiter Limiter => limiter;

    public int Limit => Math.Min(limiter.Limit, quota.Concurrency);

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>How many calls wait in line.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
                return line.Count;
        }
    }

    /// <summary>Takes a permit, or a place in line.</summary>
    public bool TryEnter(IGateWaiter waiter)
    {
        lock (gate)
        {
            var isOut = waiter.Place.List is null;
            if ((inFlight < Limit && (line.Count == 0 || (!isOut && line.Count == 1))) || TryGoBeyond(waiter))
            {
                if (!isOut)
                    Remove(waiter);
                inFlight++;
                return true;
            }

            if (isOut)
            {
                line.AddLast(waiter.Place);
                first = line.First!.Value;
                withinInLine += waiter.Within is null ? 0 : 1;
            }

            return false;
        }
    }

    /// <summary>Whether who holds a permit may use it once more: nobody else waits, and the limit has not fallen. Takes no lock.</summary>
    public bool MayKeep(IGateWaiter holder) =>
        (Volatile.Read(ref first) is not { } waiter || waiter == holder && line.Count == 1) && InFlight <= Limit;

    /// <summary>Gives a permit back.</summary>
    /// <returns>Who has it now and must be told; null if nobody.</returns>
    public IGateWaiter? Leave(IGateWaiter holder)
    {
        lock (gate)
        {
            inFlight--;
            if (holder.Within is { } attempt && beyond.GetValueOrDefault(attempt) == holder)
                beyond.Remove(attempt);
            return NextGranted();
        }
    }

    /// <summary>Hands out what a raised limit allows.</summary>
    public void Settle()
    {
        while (Volatile.Read(ref first) is not null && InFlight < Limit)
        {
            IGateWaiter? granted;
            lock (gate)
                granted = NextGranted();
            while (granted is not null)
                granted = granted.Granted();
        }
    }

    /// <summary>Leaves the line, if in it.</summary>
    public void Withdraw(IGateWaiter waiter)
    {
        lock (gate)
        {
            if (waiter.Place.List is not null)
                Remove(waiter);
        }
    }

    private IGateWaiter? NextGranted()
    {
        if ((inFlight < Limit ? first : FirstBeyond()) is not { } waiter)
            return null;
        Remove(waiter);
        inFlight++;
        return waiter;
    }

    private IGateWaiter? FirstBeyond()
    {
        if (withinInLine == 0)
            return null;

        for (var place = line.First; place is not null; place = place.Next)
        {
            if (TryGoBeyond(place.Value))
                return place.Value;
        }

        return null;
    }

    // One call at a time for each attempt.
    private bool TryGoBeyond(IGateWaiter waiter) => waiter.Within is { } attempt && beyond.TryAdd(attempt, waiter);

    private void Remove(IGateWaiter waiter)
    {
        line.Remove(waiter.Place);
        withinInLine -= waiter.Within is null ? 0 : 1;
        first = line.First?.Value;
    }
}
