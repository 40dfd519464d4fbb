using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>
/// failsafe-go, AdaptiveLimiter with its defaults: Vegas' queue estimate on the 90th percentile against a longer average of
/// it, with correlations of limit, throughput and latency to tell overload.
/// </summary>
internal sealed class FailsafeGo(ControllerSettings settings) : Baseline(settings)
{
    private const int FewestAnswers = 50;
    private const double Quantile = 0.9;
    private const double MostOverInFlight = 5;

    private readonly List<double> latencies = [];
    private readonly RollingWindow quantiles = new(5);
    private readonly RollingWindow inFlights = new(50);
    private readonly RollingWindow throughputs = new(50);
    private readonly RollingWindow recentLatencies = new(50);
    private readonly ExpAverage shortLatency = new(5);
    private readonly ExpAverage longLatency = new(10);
    private int maxInFlight;
    private double closesAt;

    public override void Answered(in Answer answer)
    {
        if (!answer.IsThrottled)
        {
            latencies.Add(answer.Latency);
            maxInFlight = Math.Max(maxInFlight, answer.InFlight);
        }

        if (answer.Now <= closesAt || latencies.Count < FewestAnswers)
            return;

        latencies.Sort();
        closesAt = answer.Now + Math.Clamp(2 * latencies[0], 1, 30);
        Update(latencies[(int)(Quantile * latencies.Count)], answer.InFlight >= (int)Limit);
        latencies.Clear();
        maxInFlight = 0;
    }

    private void Update(double quantile, bool isFull)
    {
        quantiles.Add(quantile);
        var latency = shortLatency.Add(quantiles.Median);
        var queue = Math.Ceiling(Limit * (1 - (longLatency.Add(latency) / latency)));
        inFlights.Add(maxInFlight);
        throughputs.Add(maxInFlight / latency);
        recentLatencies.Add(latency);

        var step = LogarithmicStep(Limit);
        var next = queue > 6 * step || (isFull && IsOverloaded()) ? Limit - step
            : queue < 3 * step ? Limit + step
            : Limit;
        var most = maxInFlight * MostOverInFlight;
        if (next > most)
            next = Limit > most ? Limit - step : most;
        Limit = ControllerSettings.Clamp(next);
    }

    // More in flight gains nothing, or costs latency while throughput stands still.
    private bool IsOverloaded()
    {
        var throughput = inFlights.CorrelationWith(throughputs);
        var latency = inFlights.CorrelationWith(recentLatencies);
        return throughput < 0 || (latency > 0.5 && (throughput < 0.3 || throughputs.Variation < 0.2));
    }
}
