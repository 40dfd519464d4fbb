namespace AwsBatch.Admission;

/// <summary>
/// What the attempts under one limit said. Those sent before the limit changed were queued under the old one and do not
/// count; nor do the first answers after it, which are the fast ones.
/// </summary>
internal sealed class MeasurementWindow
{
    // A few equal samples are not a proof that latency does not vary.
    private const double LeastVariation = 0.05;

    private double countedFrom;
    private double openedAt;
    private double awaited;
    private double sum;
    private double squares;
    private double inFlight;

    public int Count { get; private set; }

    /// <summary>The most that was in flight at once.</summary>
    public int MaxInFlight { get; private set; }

    /// <summary>The mean latency, in seconds.</summary>
    public double MeanLatency => sum / Count;

    /// <summary>
    /// The latency by Little's law, L = X·R: mean in flight ÷ throughput, in seconds. Unlike the mean of what has ended it is
    /// not too low while the slow ones are still out.
    /// </summary>
    public double LittleLatency(double now) => inFlight / Count * ((now - openedAt) / Count);

    /// <summary>Attempts per second.</summary>
    public double Throughput(double now) => Count / Math.Max(now - openedAt, 1e-9);

    /// <summary>The standard error of the mean latency, relative to it: cv/√n.</summary>
    public double StandardError
    {
        get
        {
            var mean = MeanLatency;
            var deviation = Math.Sqrt(Math.Max(0, (squares / Count) - (mean * mean)));
            return Math.Max(deviation / mean, LeastVariation) / Math.Sqrt(Count);
        }
    }

    /// <summary>Begins anew under the same limit.</summary>
    public void Reopen(double now)
    {
        openedAt = now;
        Count = MaxInFlight = 0;
        sum = squares = inFlight = 0;
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

        var latency = attempt.Latency;
        Count++;
        sum += latency;
        squares += latency * latency;
        inFlight += attempt.InFlight;
        MaxInFlight = Math.Max(MaxInFlight, attempt.InFlight);
        return true;
    }

    /// <summary>Whether a limit was used, so that a higher one would have been as well.</summary>
    public bool Used(double limit) => MaxInFlight >= 0.9 * Math.Floor(limit);
}
