namespace AwsBatch.Admission;

/// <summary>
/// How a rate comes back after a throttle. At first, nothing being known, it doubles from far below; from the second cut on
/// the refill rate W of the service's token bucket is known: what succeeded between two moments at which it was empty.
/// </summary>
internal struct PacedRate
{
    /// <summary>In requests per second: what a bucket gets that hardly ever lets one pass.</summary>
    public const double Least = 0.5;

    // The first cut goes far below, since the bucket keeps what is not used; then the rate doubles in this time, in seconds.
    private const double FirstCut = 0.1;
    private const double DoublingTime = 0.7;

    // After a cut: the share of W, raised per second up to W; the bucket fills meanwhile.
    private const double Cut = 0.85;
    private const double Recovery = 0.03;
    private const double RecoveryTime = 5;

    // Then it probes for more, faster and faster, by the root of W: of processes that share a bucket the smaller gain.
    private const double Probing = 0.04;

    private double refill;
    private double cutAt;
    private bool isSearching;

    public readonly double CutAt => cutAt;

    public static PacedRate AfterFirstCut(double now, double goodput) => new()
    {
        refill = Math.Max(Least, FirstCut * goodput),
        cutAt = now,
        isSearching = true,
    };

    public readonly PacedRate AfterCut(double now, double succeededPerSecond) => new()
    {
        refill = Math.Max(Least, Math.Min(succeededPerSecond, PerSecond(now))),
        cutAt = now,
    };

    public readonly double PerSecond(double now)
    {
        var since = Math.Max(0, now - cutAt);
        if (isSearching)
            return refill * Math.Pow(2, since / DoublingTime);

        var probing = Math.Max(0, since - RecoveryTime);
        return (refill * (Cut + (Recovery * Math.Min(since, RecoveryTime)))) + (Probing * Math.Sqrt(refill) * probing * probing);
    }
}
