using System.Diagnostics.CodeAnalysis;

namespace AwsBatch.Execution;

/// <summary>
/// Which pool a free slot serves next: the one with the fewest requests in flight, then the one served least so far.
/// Max-min fair: a slow pool holds at most its share while a fast one has work, and all slots once it has none.
/// </summary>
internal sealed class FairSchedule(PoolGroup[] groups)
{
    public bool TryTake([NotNullWhen(true)] out PoolGroup? group, out int position)
    {
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
