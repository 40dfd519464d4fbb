namespace AwsBatch.Admission;

/// <summary>
/// How a rate comes back after a throttle. At first, nothing being known, it doubles from far below; from the second cut on
/// the refill rate W of the service's token bucket is known: what succeeded between two moments at which it was empty.
/// </summary>
internal readonly struct PacedRate
{
    // In requests per second: what even a bucket gets that hardly lets one pass.
    private const double Least = 0.5;

    // The first cut goes far below, since the bucket keeps what is not used; then the rate doubles in this time, in seconds.
    private const double FirstCut = 0.1;
    private const double DoublingTime = 0.7;

    // After a cut: this share of W, W again after so many seconds; the bucket fills meanwhile.
    private const double Cut = 0.7;
    private const double RecoveryTime = 3;

    // Then it probes for more, by P·W^¼·t²: of processes that share a bucket the smaller gains more, for its size.
    private const double Probing = 0.1;
    private const double ProbingPower = 0.25;

    // Who was growing keeps this share of where it got, although its mean since the last cut is less: else the smaller of
    // those that share a bucket, which grow faster, would be cut deeper.
    private const double KeptShare = 0.88;

    // A throttle within so many seconds of a cut finds the bucket still empty: others have not been cut yet.
    private const double Grace = 1;

    private readonly double refill;
    private readonly double loweredAt;
    private readonly bool isSearching;

    private PacedRate(double refill, double loweredAt, double cutAt, bool isSearching)
    {
        this.refill = Math.Max(Least, refill);
        this.loweredAt = loweredAt;
        this.isSearching = isSearching;
        CutAt = cutAt;
    }

    /// <summary>When the rate was last cut, in seconds.</summary>
    public double CutAt { get; }

    /// <param name="now">The pacer's time, in seconds.</param>
    /// <param name="goodput">Successes per second before the first throttle.</param>
    public static PacedRate AfterFirstCut(double now, double goodput) => new(FirstCut * goodput, now, now, isSearching: true);

    /// <param name="now">The pacer's time, in seconds.</param>
    /// <param name="succeededPerSecond">The mean since the last cut.</param>
    public PacedRate AfterCut(double now, double succeededPerSecond)
    {
        if (!isSearching && now - loweredAt < Grace)
            return new PacedRate(refill, loweredAt, now, isSearching: false);

        var current = PerSecond(now);
        return new PacedRate(
            Math.Max(KeptShare * current, Math.Min(succeededPerSecond, current)), now, now, isSearching: false);
    }

    public double PerSecond(double now)
    {
        var since = Math.Max(0, now - CutAt);
        if (isSearching)
            return refill * Math.Pow(2, since / DoublingTime);

        var recovered = Cut + ((1 - Cut) * Math.Min(1, since / RecoveryTime));
        var probing = Math.Max(0, since - RecoveryTime);
        return (refill * recovered) + (Probing * Math.Pow(refill, ProbingPower) * probing * probing);
    }
}
