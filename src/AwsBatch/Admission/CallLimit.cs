namespace AwsBatch.Admission;

/// <summary>What one call may have in flight over all its pools: a fixed cap, a limiter of its own, both, or as much as its pools allow.</summary>
internal sealed class CallLimit(int? cap, AdaptiveLimiter? limiter)
{
    private readonly int cap = cap ?? int.MaxValue;

    public int Value => limiter is null ? cap : Math.Min(cap, limiter.Limit);

    public AdaptiveLimiter? Limiter => limiter;
}
