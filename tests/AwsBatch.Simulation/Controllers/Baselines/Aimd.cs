using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>
/// Netflix concurrency-limits, AIMDLimit: one more after a good answer while at least half is used, nine tenths after a drop
/// or an answer slower than the time-out, for which the target stands.
/// </summary>
internal sealed class Aimd(ControllerSettings settings) : Baseline(settings)
{
    private const double DefaultTimeout = 5;
    private const double BackOff = 0.9;

    private readonly double timeout = settings.Target?.TotalSeconds ?? DefaultTimeout;

    public override void Answered(in Answer answer)
    {
        var limit = (int)Limit;
        if (answer.IsThrottled || answer.Latency > timeout)
            limit = (int)(limit * BackOff);
        else if (answer.InFlight * 2 >= limit)
            limit++;
        Limit = ControllerSettings.Clamp(limit);
    }
}
