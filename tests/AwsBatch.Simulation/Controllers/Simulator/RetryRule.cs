namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>When an item that is throttled over and over fails.</summary>
/// <param name="MaxAttempts">After this many attempts.</param>
/// <param name="TotalTimeout">So many seconds after its first.</param>
internal sealed record RetryRule(int MaxAttempts, double TotalTimeout)
{
    /// <summary>The SDK's standard and adaptive modes: three attempts.</summary>
    public static RetryRule Sdk { get; } = new(3, double.PositiveInfinity);

    /// <summary>Ours: throttled items wait their turn until the default of TotalTimeout.</summary>
    public static RetryRule AwsBatch { get; } = new(int.MaxValue, 300);

    /// <summary>The wait before the next attempt: full jitter on a second that doubles up to twenty.</summary>
    public static double BackOff(int attempts, Random random) => random.NextDouble() * Math.Min(20, Math.Pow(2, attempts - 1));
}
