using AwsBatch.Admission;

namespace AwsBatch.Execution;

/// <summary>
/// Which lane of a call is served next. Max-min fair: the pool with the fewest requests in flight, then the one served longest
/// ago; in it the operation with the fewest, then the request that comes first, so that one at a time keep their order. A
/// slow pool holds at most its share while a fast one has work, and all workers once it has none. Unless said otherwise its
/// members belong to the dispatcher's lock.
/// </summary>
internal sealed class LaneSchedule(RateCap? rateCap)
{
    // Replaced, never written to: the limit is read without the lock.
    private Lane[] lanes = [];
    private PoolGroup[] groups = [];
    private long notBefore;
    private long turn;

    public ReadOnlySpan<Lane> Lanes => lanes;

    public ReadOnlySpan<PoolGroup> Groups => groups;

    /// <summary>The lane of a call that has one and no rate to keep: its workers need not ask which is next. Takes no lock.</summary>
    public Lane? Only => Volatile.Read(ref lanes) is [var lane] && rateCap is null ? lane : null;

    /// <summary>How many attempts the call's pools allow. Takes no lock.</summary>
    public int Limit
    {
        get
        {
            var all = Volatile.Read(ref groups);
            if (all is [var group])
                return group.Pool.Gate.Limit;

            long sum = 0;
            foreach (var each in all)
                sum += each.Pool.Gate.Limit;
            return (int)Math.Min(sum, int.MaxValue);
        }
    }

    /// <summary>Whether no lane has, or will have, a fresh request.</summary>
    public bool IsExhausted => Array.TrueForAll(lanes, static lane => lane.IsExhausted);

    public void Add(params ReadOnlySpan<Lane> more)
    {
        Volatile.Write(ref lanes, [.. lanes, .. more]);
        Volatile.Write(ref groups, [.. lanes.Select(static lane => lane.Group).Distinct()]);
    }

    /// <summary>The lane to serve; null if none has work that may be sent now.</summary>
    public Lane? Next(long now)
    {
        if (notBefore > now)
            return null;

        Lane? best = null;
        (int, long, int, long) first = default;
        foreach (var lane in lanes)
        {
            if (lane.Group.IsInLine || lane.NotBefore > now || lane.Next is var next && next == Supply.None)
                continue;

            var rank = (lane.Group.Running, lane.Group.ServedAt, lane.Running, next);
            if (best is null || rank.CompareTo(first) < 0)
                (best, first) = (lane, rank);
        }

        return best;
    }

    /// <summary>Says that a worker serves a lane from now on.</summary>
    public void Enter(Lane lane)
    {
        lane.Enter();
        lane.Group.ServedAt = ++turn;
    }

    /// <summary>Takes leave to send one of a lane's requests now; if there is none, the lane, or the call, waits for it.</summary>
    public bool IsInPace(Lane lane, long now)
    {
        // Before the pacer: its tokens are those of other calls too, and none is taken in vain.
        if (rateCap is not null && !rateCap.IsDue(now, out var free))
        {
            notBefore = free;
            return false;
        }

        if (!lane.Pacer.IsAsleep && !lane.Pacer.TryTake(now, lane.HasReady, out var paced))
        {
            lane.NotBefore = paced;
            return false;
        }

        return rateCap?.TryTake(now, out _) ?? true;
    }

    /// <summary>When the first lane that has work may send it, as far as pace alone is in its way.</summary>
    public long NextInPace()
    {
        var next = long.MaxValue;
        foreach (var lane in lanes)
        {
            if (!lane.Group.IsInLine && lane.Next != Supply.None)
                next = Math.Min(next, Math.Max(lane.NotBefore, notBefore));
        }

        return next;
    }
}
