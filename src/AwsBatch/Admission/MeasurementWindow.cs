namespace AwsBatch.Admission;

/// <summary>
/// What the attempts under one limit said. Those sent before the limit changed were queued under the old one and do not
/// count; nor do the first answers after it, which are the fast ones.
/// </summary>
internal sealed class MeasurementWindow
{
    private const double LeastVariation = 0.05;

    private LatencySample sample;
    private double countedFrom;
    private double openedAt;
    private double awaited;
    private double inFlight;
    private int maxInFlight;

    public int Count => sample.Count;

    /// <summary>The mean latency, in seconds.</summary>
    public double MeanLatency => sample.Mean;

    /// <summary>The standard error of the mean latency, relative to it.</summary>
    public double StandardError => sample.StandardError(LeastVariation);

    /// <summary>
    /// The latency by Little's law, L = X·R: mean in flight ÷ throughput, in seconds. Unlike the mean of what has ended it is
    /// not too low while the slow ones are still out.
    /// </summary>
    public double LittleLatency(double now) => inFlight / Count / Throughput(now);

    /// <summary>Attempts per second.</summary>
    public double Throughput(double now) => Count / Math.Max(now - openedAt, 1e-9);

    /// <summary>Whether a limit was used, so that a higher one would have been as well.</summary>
    public bool Used(double limit) => maxInFlight >= 0.9 * Math.Floor(limit);

    /// <summary>Begins anew under the same limit.</summary>
    public void Reopen(double now)
    {
        openedAt = now;
        sample = default;
        inFlight = maxInFlight = 0;
    }

    /// <summary>Begins anew once as many attempts sent from a time on as a generation has were answered.</summary>
    public void AwaitGeneration(double sentFrom, double generation)
    {
        countedFrom = sentFrom;
        awaited = Math.Max(1, generation);
        Reopen(sentFrom);
    }

    /// <returns>Whether the attempt was counted.</returns>
    public bool Add(in Attempt attempt)
    {
        if (attempt.Started < countedFrom)
            return false;
        if (awaited > 0)
        {
            if (--awaited <= 0)
                Reopen(attempt.Ended);
            return false;
        }

        sample.Add(attempt.Latency);
        inFlight += attempt.InFlight;
        maxInFlight = Math.Max(maxInFlight, attempt.InFlight);
        return true;
    }
}
