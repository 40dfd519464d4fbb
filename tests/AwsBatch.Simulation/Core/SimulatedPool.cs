using AwsBatch.Admission;
using AwsBatch.Clients;

namespace AwsBatch.Simulation.Core;

/// <summary>A pool as its service sees it.</summary>
internal sealed class SimulatedPool(ClientPool pool, double? bucketRate)
{
    private readonly Dictionary<string, (double Tokens, long At)> buckets = [];

    public BatchTarget Target => pool.Target;

    public PoolGate Gate => pool.Gate;

    /// <summary>How many of its attempts are under way.</summary>
    public int InFlight { get; set; }

    /// <summary>The most its limit ever was.</summary>
    public int HighestLimit { get; private set; } = pool.Gate.Limit;

    public void Observe() => HighestLimit = Math.Max(HighestLimit, Gate.Limit);

    /// <summary>Takes a token of an operation's bucket, which holds a second's worth of them.</summary>
    public bool TryTake(string operation, long now)
    {
        if (bucketRate is not { } rate)
            return true;

        var (tokens, at) = buckets.TryGetValue(operation, out var known) ? known : (rate, now);
        tokens = Math.Min(rate, tokens + (rate * (now - at) / TimeSpan.TicksPerSecond));
        var isFree = tokens >= 1;
        buckets[operation] = (isFree ? tokens - 1 : tokens, now);
        return isFree;
    }
}
