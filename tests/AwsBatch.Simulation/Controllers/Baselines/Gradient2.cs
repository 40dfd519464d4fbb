using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>Netflix concurrency-limits, Gradient2Limit: latency now against a long average of itself.</summary>
internal sealed class Gradient2(ControllerSettings settings) : WindowedBaseline(settings)
{
    private const double Tolerance = 1.5;
    private const double Smoothing = 0.2;
    private const double Queue = 4;

    private readonly ExpAverage longLatency = new(600);

    protected override void Update(double latency, int inFlight, bool dropped)
    {
        var longTerm = longLatency.Add(latency);
        if (longTerm / latency > 2)
            longLatency.Value *= 0.95;
        if (inFlight < Limit / 2)
            return;

        var gradient = Math.Clamp(Tolerance * longTerm / latency, 0.5, 1);
        Limit = ControllerSettings.Clamp((Limit * (1 - Smoothing)) + (((Limit * gradient) + Queue) * Smoothing));
    }
}
