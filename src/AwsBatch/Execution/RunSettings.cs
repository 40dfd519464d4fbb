using AwsBatch.Admission;

namespace AwsBatch.Execution;

/// <summary>The options of one call with nothing left to inherit.</summary>
internal sealed class RunSettings
{
    // What the timers of the platform can hold; also what an infinite time-out becomes.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private RunSettings(BatchOptions options)
    {
        Concurrency = options.Concurrency is { } concurrency ? AtLeastOne(concurrency, nameof(BatchOptions.Concurrency)) : null;
        Adaptive = options.Adaptive is { } adaptive ? LimiterSettings.From(adaptive) : null;
        MaxRequestsPerSecond = options.MaxRequestsPerSecond is { } rate ? MoreThanZero(rate, nameof(BatchOptions.MaxRequestsPerSecond)) : null;
        FailFast = options.FailFast ?? false;
        Dedupe = OneOf(options.Dedupe ?? DedupeMode.ReadOnly, nameof(BatchOptions.Dedupe));
        DedupeWindow = MoreThanZero(options.DedupeWindow, nameof(BatchOptions.DedupeWindow));
        TotalTimeout = Bounded(options.TotalTimeout ?? TimeSpan.FromMinutes(5), nameof(BatchOptions.TotalTimeout));
        var attemptTimeout = Bounded(options.AttemptTimeout ?? TimeSpan.FromSeconds(30), nameof(BatchOptions.AttemptTimeout));
        AttemptTimeout = attemptTimeout < TotalTimeout ? attemptTimeout : TotalTimeout;
        Target = options.Target;
        Progress = options.Progress;
    }

    public int? Concurrency { get; }

    public LimiterSettings? Adaptive { get; }

    public double? MaxRequestsPerSecond { get; }

    public bool FailFast { get; private set; }

    public DedupeMode Dedupe { get; }

    /// <summary>Null: requests are only compared within the call.</summary>
    public TimeSpan? DedupeWindow { get; }

    /// <summary>At most <see cref="TotalTimeout"/>.</summary>
    public TimeSpan AttemptTimeout { get; }

    public TimeSpan TotalTimeout { get; }

    public BatchTarget? Target { get; }

    public IProgress<BatchProgress>? Progress { get; }

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message names it.</exception>
    public static RunSettings From(BatchOptions? options, BatchOptions defaults) => new(options?.Over(defaults) ?? defaults);

    /// <summary>For a single request: its failure is all there is to throw, and is thrown as it is.</summary>
    public RunSettings ForOne()
    {
        if (!FailFast)
            return this;

        var settings = (RunSettings)MemberwiseClone();
        settings.FailFast = false;
        return settings;
    }

    private static TMode OneOf<TMode>(TMode value, string option)
        where TMode : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            option,
            value,
            $"BatchOptions.{option} must be one of {string.Join(", ", Enum.GetNames<TMode>())}. Leave it null for the default.");

    private static int AtLeastOne(int value, string option) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(
            option,
            value,
            $"BatchOptions.{option} must be at least 1: it is how many requests may be in flight. Leave it null for the default.");

    private static double MoreThanZero(double value, string option) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            option,
            value,
            $"BatchOptions.{option} must be a number above zero. Leave it null for no such limit.");

    private static TimeSpan? MoreThanZero(TimeSpan? window, string option) => window is null || window > TimeSpan.Zero
        ? window
        : throw new ArgumentOutOfRangeException(
            option,
            window,
            $"BatchOptions.{option} must be more than zero. Leave it null for none.");

    private static TimeSpan Bounded(TimeSpan timeout, string option)
    {
        if (timeout == Timeout.InfiniteTimeSpan || timeout > LongestTimeout)
            return LongestTimeout;
        if (timeout > TimeSpan.Zero)
            return timeout;
        throw new ArgumentOutOfRangeException(
            option,
            timeout,
            $"BatchOptions.{option} must be more than zero, or Timeout.InfiniteTimeSpan for none. Leave it null for the default.");
    }
}
