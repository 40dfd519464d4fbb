using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>Netflix concurrency-limits, WindowedLimit: the average of at least ten answers over at least a second.</summary>
internal abstract class WindowedBaseline(ControllerSettings settings) : Baseline(settings)
{
    private const double Window = 1;
    private const int FewestAnswers = 10;
    private const double LeastLatency = 1e-4;

    private double closesAt;
    private int count;
    private double sum;
    private int maxInFlight;
    private bool dropped;

    public sealed override void Answered(in Answer answer)
    {
        if (answer.Latency < LeastLatency)
            return;

        count++;
        sum += answer.Latency;
        maxInFlight = Math.Max(maxInFlight, answer.InFlight);
        dropped |= answer.IsThrottled;
        if (answer.Now <= closesAt)
            return;

        closesAt = answer.Now + Window;
        if (count >= FewestAnswers)
            Update(sum / count, maxInFlight, dropped);
        (count, sum, maxInFlight, dropped) = (0, 0, 0, false);
    }

    protected abstract void Update(double latency, int inFlight, bool dropped);
}
