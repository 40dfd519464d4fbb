using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>
/// Vector, adaptive concurrency: every average round trip one more while latency is not above its average, nine tenths
/// under back pressure or when it is two and a half deviations above.
/// </summary>
internal sealed class VectorArc(ControllerSettings settings) : Baseline(settings)
{
    private const double Weight = 0.4;
    private const double Deviations = 2.5;
    private const double BackOff = 0.9;

    private double? pastMean;
    private double pastVariance;
    private double closesAt;
    private int count;
    private double sum;
    private bool isPressed;
    private bool wasFull;

    public override void Answered(in Answer answer)
    {
        if (answer.IsThrottled)
        {
            isPressed = true;
        }
        else
        {
            count++;
            sum += answer.Latency;
        }

        wasFull |= answer.InFlight >= (int)Limit;
        double? mean = count > 0 ? sum / count : null;
        if (pastMean is not { } past)
        {
            pastMean = mean;
            closesAt = answer.Now + (mean ?? 0);
            return;
        }

        if (answer.Now < closesAt)
            return;

        var limit = (int)Limit;
        if (limit < ControllerSettings.Max && wasFull && !isPressed && mean <= past)
            Limit = limit + 1;
        else if (limit > 1 && (isPressed || mean >= past + (Deviations * Math.Sqrt(pastVariance))))
            Limit = Math.Max(1, (int)(limit * BackOff));

        if (mean is { } current)
        {
            var difference = current - past;
            pastMean = past + (Weight * difference);
            pastVariance = (1 - Weight) * (pastVariance + (Weight * difference * difference));
        }

        closesAt = answer.Now + pastMean.Value;
        (count, sum, isPressed, wasFull) = (0, 0, false, false);
    }
}
