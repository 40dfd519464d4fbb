using AwsBatch.Testing.Behaviour;

namespace AwsBatch.Testing;

/// <summary>How long answers are held back: one draw per request. Random draws repeat exactly for the same seed and order. Thread-safe.</summary>
public abstract class LatencyDistribution
{
    private protected LatencyDistribution()
    {
    }

    /// <summary>The latency of a call that comes now.</summary>
    internal abstract TimeSpan Next(TimeProvider time);

    /// <summary>Always the same latency.</summary>
    /// <param name="latency">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="latency"/> is negative.</exception>
    public static LatencyDistribution Constant(TimeSpan latency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        return new ConstantLatency(latency);
    }

    /// <summary>Any latency from <paramref name="min"/> to <paramref name="max"/>, all equally likely.</summary>
    /// <param name="min">Zero or more.</param>
    /// <param name="max">At least <paramref name="min"/>.</param>
    /// <param name="seed">Of the random sequence.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="min"/> is negative or above <paramref name="max"/>.</exception>
    public static LatencyDistribution Uniform(TimeSpan min, TimeSpan max, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(min, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        return new RandomLatency(seed, random => min + ((max - min) * random.NextDouble()));
    }

    /// <summary>
    /// That of a service with a knee: so many calls are served at a time, each for its service time, and those that come meanwhile wait in line.
    /// Its throughput is at most <paramref name="servers"/> ÷ <paramref name="serviceTime"/>, and above <paramref name="servers"/> in flight
    /// latency grows with them (Little's law). A caller that gives up has used its turn nonetheless.
    /// </summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="serviceTime">More than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static LatencyDistribution Queue(int servers, TimeSpan serviceTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(serviceTime, TimeSpan.Zero);
        return new QueueLatency(servers, serviceTime);
    }

    /// <summary>The long-tailed shape that services show: half of the answers within <paramref name="median"/>, a few far slower.</summary>
    /// <param name="median">More than zero.</param>
    /// <param name="sigma">
    /// Standard deviation of the logarithm, 0 to 3: 0.25 is narrow, 1 has a heavy tail (p99 at ten times the median).
    /// For a coefficient of variation <c>cv</c> it is <c>sqrt(ln(1 + cv²))</c>.
    /// </param>
    /// <param name="seed">Of the random sequence.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static LatencyDistribution LogNormal(TimeSpan median, double sigma, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(median, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(sigma);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sigma, 3);
        return new RandomLatency(seed, random => median * Math.Exp(sigma * random.NextGaussian()));
    }
}
