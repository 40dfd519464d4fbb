namespace AwsBatch.Testing.Behaviour;

internal sealed class ConstantLatency(TimeSpan latency) : LatencyDistribution
{
    internal override TimeSpan Next(TimeProvider time) => latency;
}

internal sealed class RandomLatency(int seed, Func<Random, TimeSpan> draw) : LatencyDistribution
{
    private readonly Random random = new(seed);

    internal override TimeSpan Next(TimeProvider time)
    {
        lock (random)
            return draw(random);
    }
}

internal sealed class QueueLatency(int servers, TimeSpan serviceTime) : LatencyDistribution
{
    // When each server is free: the next call goes to the first that is.
    private readonly PriorityQueue<int, DateTimeOffset> free = new(Enumerable.Repeat((0, DateTimeOffset.MinValue), servers));

    internal override TimeSpan Next(TimeProvider time)
    {
        var now = time.GetUtcNow();
        lock (free)
        {
            free.TryPeek(out var server, out var from);
            var start = from > now ? from : now;
            var end = serviceTime < DateTimeOffset.MaxValue - start ? start + serviceTime : DateTimeOffset.MaxValue;
            free.DequeueEnqueue(server, end);
            return end - now;
        }
    }
}

internal static class GaussianRandom
{
    /// <summary>A standard normal draw (Box-Muller).</summary>
    public static double NextGaussian(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
