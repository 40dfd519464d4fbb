using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>
/// Envoy, gradient_controller with the values of its documentation: the median latency of a tenth of a second against the
/// least latency, measured every minute over fifty requests at a limit of three.
/// </summary>
internal sealed class EnvoyGradient : Baseline, IController
{
    private const double ProbeLimit = 3;
    private const int ProbeRequests = 50;
    private const double ProbeEvery = 60;
    private const double ProbeJitter = 0.15;
    private const double Buffer = 1.25;
    private const int StuckWindows = 5;

    private readonly Random random;
    private readonly List<double> latencies = [];
    private bool isProbing = true;
    private double deferred = ProbeLimit;
    private double probeBegan;
    private double leastLatency;
    private double nextProbe = double.PositiveInfinity;
    private int stuck;

    public EnvoyGradient(ControllerSettings settings)
        : base(settings)
    {
        random = new Random(settings.Seed);
        Limit = ProbeLimit;
    }

    public TimeSpan? Tick => TimeSpan.FromMilliseconds(100);

    public void Ticked(double now)
    {
        if (now >= nextProbe && !isProbing)
        {
            (isProbing, deferred, Limit, probeBegan) = (true, Limit, ProbeLimit, now);
            latencies.Clear();
        }

        if (isProbing || latencies.Count == 0)
            return;

        var gradient = Math.Clamp(leastLatency * Buffer / TakeMedian(), 0.5, 2);
        var limit = Limit * gradient;
        limit = Math.Clamp((int)(limit + Math.Sqrt(limit)), ProbeLimit, ControllerSettings.Max);
        stuck = Limit == ProbeLimit && limit == ProbeLimit ? stuck + 1 : 0;
        Limit = limit;
        if (stuck >= StuckWindows)
            nextProbe = now;
    }

    public override void Answered(in Answer answer)
    {
        if (answer.Started < probeBegan)
            return;
        latencies.Add(answer.Latency);
        if (!isProbing || latencies.Count < ProbeRequests)
            return;

        leastLatency = TakeMedian();
        (isProbing, Limit, stuck) = (false, deferred, 0);
        nextProbe = answer.Now + (ProbeEvery * (1 + (random.NextDouble() * ProbeJitter)));
    }

    private double TakeMedian()
    {
        latencies.Sort();
        var median = latencies[latencies.Count / 2];
        latencies.Clear();
        return median;
    }
}
