namespace AwsBatch.Admission;

/// <summary>Latencies, in seconds, and how sure their mean is.</summary>
internal struct LatencySample
{
    private double sum;
    private double squares;

    public int Count { get; private set; }

    public readonly double Mean => sum / Count;

    public void Add(double latency)
    {
        Count++;
        sum += latency;
        squares += latency * latency;
    }

    /// <summary>The standard error of the mean, relative to it: cv/√n.</summary>
    /// <param name="leastVariation">The coefficient of variation that a few samples which happen to be alike do not disprove.</param>
    public readonly double StandardError(double leastVariation)
    {
        var mean = Mean;
        var deviation = Math.Sqrt(Math.Max(0, (squares / Count) - (mean * mean)));
        return Math.Max(deviation / mean, leastVariation) / Math.Sqrt(Count);
    }
}
