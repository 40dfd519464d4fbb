namespace AwsBatch.Simulation.Core;

/// <summary>Which faults a seed has, how often, and until when.</summary>
internal sealed class FaultPlan
{
    private static readonly double[] Rates = [0.02, 0.1, 0.3];

    private readonly Random random;
    private readonly List<(Fate Fate, double Rate)> faults = [];

    public FaultPlan(Random random)
    {
        this.random = random;
        foreach (var fate in Enum.GetValues<Fate>())
        {
            if (fate != Fate.Answer && random.Next(3) == 0)
                faults.Add((fate, Rates[random.Next(Rates.Length)]));
        }

        Until = TimeSpan.FromSeconds(random.Next(1, 31));
        BucketRate = random.Next(3) == 0 ? random.Next(2, 50) : null;
        HasMemoryPressure = random.Next(4) == 0;
    }

    /// <summary>When everything works again, as a timestamp.</summary>
    public TimeSpan Until { get; }

    /// <summary>The requests per second that an operation of a pool bears; null if any number.</summary>
    public double? BucketRate { get; }

    public bool HasMemoryPressure { get; }

    public Fate Draw(long now)
    {
        if (now >= Until.Ticks)
            return Fate.Answer;

        foreach (var (fate, rate) in faults)
        {
            if (random.NextDouble() < rate)
                return fate;
        }

        return Fate.Answer;
    }

    public override string ToString() =>
        $"faults until {Until.TotalSeconds} s: {string.Join(", ", faults.Select(fault => $"{fault.Fate} {fault.Rate}"))}"
        + $", bucket {BucketRate ?? double.PositiveInfinity}, memory {(HasMemoryPressure ? "short at times" : "plenty")}";
}
