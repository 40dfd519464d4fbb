using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>
/// AWS SDK for .NET, adaptive retry mode: a client-side token bucket whose rate follows CUBIC, cut at every throttle;
/// concurrency stays what it was.
/// </summary>
internal sealed class SdkAdaptive(ControllerSettings settings) : Baseline(settings), IController
{
    private const double Beta = 0.7;
    private const double Scale = 0.4;
    private const double Smoothing = 0.8;
    private const double LeastRate = 0.5;
    private const double LeastCapacity = 1;

    private bool isEnabled;
    private double fillRate;
    private double capacity;
    private double tokens;
    private double filledAt;
    private double measuredRate;
    private double lastBucket;
    private int answers;
    private double lastMaxRate;
    private double throttledAt;

    // When CUBIC is back at the rate of the last throttle.
    private double Plateau => Math.Cbrt(lastMaxRate * (1 - Beta) / Scale);

    public override void Answered(in Answer answer)
    {
        var now = answer.Now;
        MeasureRate(now);
        double rate;
        if (answer.IsThrottled)
        {
            lastMaxRate = isEnabled ? Math.Min(measuredRate, fillRate) : measuredRate;
            throttledAt = now;
            rate = lastMaxRate * Beta;
            isEnabled = true;
        }
        else
        {
            rate = (Scale * Math.Pow(now - throttledAt - Plateau, 3)) + lastMaxRate;
        }

        Refill(now);
        rate = Math.Min(rate, 2 * measuredRate);
        fillRate = Math.Max(rate, LeastRate);
        capacity = Math.Max(rate, LeastCapacity);
        tokens = Math.Min(tokens, capacity);
    }

    public bool TrySend(long now, bool isRetry, out long availableAt)
    {
        availableAt = now;
        if (!isEnabled)
            return true;
        Refill(VirtualClock.ToSeconds(now));
        if (tokens >= 1)
        {
            tokens--;
            return true;
        }

        availableAt = now + VirtualClock.ToTimestamp(Math.Max(1e-3, (1 - tokens) / fillRate));
        return false;
    }

    private void MeasureRate(double now)
    {
        var bucket = Math.Floor(now * 2) / 2;
        answers++;
        if (bucket <= lastBucket)
            return;
        measuredRate = (answers / (bucket - lastBucket) * Smoothing) + (measuredRate * (1 - Smoothing));
        (answers, lastBucket) = (0, bucket);
    }

    private void Refill(double now)
    {
        tokens = Math.Min(capacity, tokens + ((now - filledAt) * fillRate));
        filledAt = now;
    }
}
