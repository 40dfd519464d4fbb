namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>The last values of a series, and how they vary.</summary>
internal sealed class RollingWindow(int capacity)
{
    private readonly Queue<double> values = new();

    public int Count => values.Count;

    public double Mean => values.Average();

    /// <summary>Standard deviation ÷ mean.</summary>
    public double Variation => Math.Sqrt(Covariance(this)) / Mean;

    public double Median => values.Order().ElementAt(values.Count / 2);

    public void Add(double value)
    {
        if (values.Count == capacity)
            values.Dequeue();
        values.Enqueue(value);
    }

    /// <summary>Pearson's correlation; zero if there are few values, or values that hardly vary.</summary>
    public double CorrelationWith(RollingWindow other)
    {
        const int fewestValues = 10;
        const double leastVariation = 0.01;
        return Count < fewestValues || Variation < leastVariation || other.Variation < leastVariation
            ? 0
            : Covariance(other) / Math.Sqrt(Covariance(this) * other.Covariance(other));
    }

    private double Covariance(RollingWindow other)
    {
        double mean = Mean, otherMean = other.Mean;
        return values.Zip(other.values, (x, y) => (x - mean) * (y - otherMean)).Average();
    }
}
