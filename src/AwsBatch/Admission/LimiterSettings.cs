namespace AwsBatch.Admission;

/// <summary>What an adaptive limit may be and what it aims at.</summary>
/// <param name="Initial">Where it starts, in attempts in flight.</param>
/// <param name="Min">The least it falls to, at least 1.</param>
/// <param name="Max">The most it grows to.</param>
/// <param name="TargetLatency">The mean latency to hold; null to find the most throughput without a queue.</param>
internal sealed record LimiterSettings(int Initial, int Min, int Max, TimeSpan? TargetLatency)
{
    private const int DefaultInitial = 8;
    private const int DefaultMin = 1;
    private const int DefaultMax = 256;

    /// <summary>The most it grows to.</summary>
    public int Max { get; private set; } = Max;

    /// <summary>Raises the most to what somebody asks for by number.</summary>
    public void Allow(int max) => Max = Math.Max(Max, max);

    /// <summary>What a limiter does that nobody has told anything; each has its own, since they may be raised.</summary>
    public static LimiterSettings Default() => new(DefaultInitial, DefaultMin, DefaultMax, TargetLatency: null);

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message names it.</exception>
    public static LimiterSettings From(AdaptiveOptions options)
    {
        var min = AtLeast(1, options.MinConcurrency ?? DefaultMin, nameof(options.MinConcurrency), "the least that may be in flight");
        var max = AtLeast(min, options.MaxConcurrency ?? Math.Max(DefaultMax, min), nameof(options.MaxConcurrency), "the most that may be in flight");
        var initial = AtLeast(1, options.InitialConcurrency ?? DefaultInitial, nameof(options.InitialConcurrency), "how many are in flight at the start");
        return new LimiterSettings(Math.Clamp(initial, min, max), min, max, MoreThanZero(options.TargetLatency, nameof(options.TargetLatency)));
    }

    public double Clamp(double limit) => Math.Clamp(limit, Min, Max);

    private static int AtLeast(int least, int value, string option, string meaning) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(
            option, value, $"BatchOptions.Adaptive.{option} must be at least {least}: it is {meaning}. Leave it null for the default.");

    private static TimeSpan? MoreThanZero(TimeSpan? value, string option) => value is null || value > TimeSpan.Zero
        ? value
        : throw new ArgumentOutOfRangeException(
            option,
            value,
            $"BatchOptions.Adaptive.{option} must be more than zero: it is the mean latency to hold. Leave it null to seek the most throughput without a queue.");
}
