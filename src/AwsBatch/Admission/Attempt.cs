namespace AwsBatch.Admission;

/// <summary>An attempt that was answered, in seconds since the limiter began.</summary>
/// <param name="Started">When it was sent.</param>
/// <param name="Ended">When its headers came.</param>
/// <param name="InFlight">How many attempts were in flight at its end, itself included.</param>
internal readonly record struct Attempt(double Started, double Ended, int InFlight)
{
    // Two threads may hand in their times in the wrong order.
    public double Latency => Math.Max(Ended - Started, 1e-9);
}
