using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>
/// Netflix concurrency-limits, VegasLimit: keeps a queue, estimated against the least latency seen, between three and six
/// steps; forgets the least latency from time to time.
/// </summary>
internal sealed class Vegas : WindowedBaseline
{
    private const double ProbeMultiplier = 30;

    private readonly Random random;
    private double leastLatency;
    private double jitter;
    private int sinceProbe;

    public Vegas(ControllerSettings settings)
        : base(settings)
    {
        random = new Random(settings.Seed);
        jitter = Jitter();
    }

    protected override void Update(double latency, int inFlight, bool dropped)
    {
        if (++sinceProbe >= jitter * ProbeMultiplier * Limit)
        {
            (jitter, sinceProbe, leastLatency) = (Jitter(), 0, latency);
            return;
        }

        if (leastLatency == 0 || latency < leastLatency)
        {
            leastLatency = latency;
            return;
        }

        var queue = Math.Ceiling(Limit * (1 - (leastLatency / latency)));
        var step = LogarithmicStep(Limit);
        if (!dropped && inFlight * 2 < Limit)
            return;
        Limit = ControllerSettings.Clamp(Limit + (dropped || queue > 6 * step ? -step
            : queue <= step ? 6 * step
            : queue < 3 * step ? step
            : 0));
    }

    private double Jitter() => 0.5 + (0.5 * random.NextDouble());
}
