using System.Diagnostics.CodeAnalysis;

namespace AwsBatch.Execution;

/// <summary>
/// Which pool a free slot serves next: the one with the fewest requests in flight, then the one served least so far.
/// Max-min fair: a slow pool holds at most its share while a fast one has work, and all slots once it has none.
/// </summary>
internal sealed class FairSchedule(PoolGroup[] groups)
{
    // With one pool there is nothing to be fair about, and nothing to count.
    private readonly PoolGroup? only = groups.Length == 1 ? groups[0] : null;

    public bool TryTake([NotNullWhen(true)] out PoolGroup? group, out int position)
    {
        if (only is not null)
        {
            group = only;
            return only.TryTake(out position);
        }

        while (LeastBusy() is { } candidate)
        {
            if (candidate.TryTake(out position))
            {
                candidate.Enter();
                group = candidate;
                return true;
            }
        }

        group = null;
        position = -1;
        return false;
    }

    /// <summary>Says that a request that was taken has ended.</summary>
    public void Return(PoolGroup group)
    {
        if (only is null)
            group.Leave();
    }

    private PoolGroup? LeastBusy()
    {
        PoolGroup? best = null;
        int bestInFlight = 0, bestTaken = 0;
        foreach (var group in groups)
        {
            if (group.IsExhausted)
                continue;

            int inFlight = group.InFlight, taken = group.Taken;
            if (best is null || inFlight < bestInFlight || (inFlight == bestInFlight && taken < bestTaken))
                (best, bestInFlight, bestTaken) = (group, inFlight, taken);
        }

        return best;
    }
}
