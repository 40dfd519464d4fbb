using AwsBatch.Admission;
using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers;

/// <summary>The real classes, called as the engine calls them.</summary>
internal sealed class AwsBatchController(ControllerSettings settings) : IController
{
    private readonly AdaptiveLimiter limiter = new(
        new LimiterSettings(settings.Initial, ControllerSettings.Min, ControllerSettings.Max, settings.Target), settings.Clock);

    private readonly Pacer pacer = new(settings.Clock);

    public double Limit => limiter.Limit;

    public void Answered(in Answer answer)
    {
        if (answer.IsThrottled)
        {
            pacer.Throttled(answer.StartedAt, answer.EndedAt);
            limiter.Throttled(answer.StartedAt, answer.EndedAt, pacer.RatePerSecond);
        }
        else
        {
            pacer.Succeeded(answer.EndedAt);
            limiter.Succeeded(answer.StartedAt, answer.EndedAt, answer.InFlight);
        }
    }

    public bool TrySend(long now, bool isRetry, out long availableAt) => pacer.TryTake(now, isRetry, out availableAt);
}
