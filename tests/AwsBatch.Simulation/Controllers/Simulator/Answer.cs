namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>What a controller hears of an attempt.</summary>
/// <param name="StartedAt">When it was sent, in nanoseconds.</param>
/// <param name="EndedAt">When its answer came, in nanoseconds.</param>
/// <param name="InFlight">How many attempts were in flight then, itself included.</param>
/// <param name="IsThrottled">Whether it was refused.</param>
internal readonly record struct Answer(long StartedAt, long EndedAt, int InFlight, bool IsThrottled)
{
    /// <summary>In seconds.</summary>
    public double Started => VirtualClock.ToSeconds(StartedAt);

    /// <summary>In seconds.</summary>
    public double Now => VirtualClock.ToSeconds(EndedAt);

    /// <summary>In seconds.</summary>
    public double Latency => VirtualClock.ToSeconds(EndedAt - StartedAt);
}
