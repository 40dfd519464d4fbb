namespace AwsBatch.Testing.Behaviour;

internal sealed class ConstantLatency(TimeSpan latency) : LatencyDistribution
{
    internal override TimeSpan Next() => latency;
}

internal sealed class RandomLatency(int seed, Func<Random, TimeSpan> draw) : LatencyDistribution
{
    private readonly Random random = new(seed);

    internal override TimeSpan Next()
    {
        lock (random)
            return draw(random);
    }
}

internal static class GaussianRandom
{
    /// <summary>A standard normal draw (Box-Muller).</summary>
    public static double NextGaussian(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
