namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>What a controller is made with.</summary>
/// <param name="Initial">Where its limit starts.</param>
/// <param name="Target">The latency to hold, if it can; null for none.</param>
/// <param name="Clock">The time of the world.</param>
/// <param name="Seed">For a controller that throws dice.</param>
internal sealed record ControllerSettings(int Initial, TimeSpan? Target, VirtualClock Clock, int Seed)
{
    public const int Min = 1;

    public const int Max = 200;

    public static double Clamp(double limit) => Math.Clamp(limit, Min, Max);
}

/// <summary>A controller that is compared.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Retries">How long it repeats what is throttled.</param>
/// <param name="Create">Makes the controller of one process.</param>
internal sealed record Subject(string Name, RetryRule Retries, Func<ControllerSettings, IController> Create);
