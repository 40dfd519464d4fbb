namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>An exponential average that begins as the mean of its first ten values, as concurrency-limits and failsafe-go use it.</summary>
internal sealed class ExpAverage(int window)
{
    private const int WarmUp = 10;

    private readonly double weight = 2.0 / (window + 1);
    private int count;
    private double sum;

    public double Value { get; set; }

    public double Add(double value)
    {
        if (count < WarmUp)
        {
            count++;
            sum += value;
            return Value = sum / count;
        }

        return Value = (Value * (1 - weight)) + (value * weight);
    }
}
