namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>A service and the processes that call it, each with a backlog that never ends.</summary>
internal sealed record World
{
    /// <summary>How long the processes run, in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>The round trip of the network, in seconds.</summary>
    public double Network { get; init; } = 0.002;

    /// <summary>How many requests are served at once; the others queue.</summary>
    public required int Servers { get; init; }

    /// <summary>The mean time to serve a request, in seconds; lognormal.</summary>
    public required double ServiceTime { get; init; }

    /// <summary>The coefficient of variation of the time to serve.</summary>
    public double Variation { get; init; } = 0.5;

    /// <summary>The token bucket in front of the service; null for none.</summary>
    public TokenBucket? Bucket { get; init; }

    /// <summary>When the number of servers changes, and to what.</summary>
    public IReadOnlyList<(double At, int Servers)> Steps { get; init; } = [];

    /// <summary>When each process begins, in seconds.</summary>
    public IReadOnlyList<double> Starts { get; init; } = [0];

    /// <summary>The latency without a queue, in seconds.</summary>
    public double BaseLatency => Network + ServiceTime;
}

/// <summary>A service's own limit of rate.</summary>
/// <param name="Capacity">What it holds at most and at first.</param>
/// <param name="RefillPerSecond">What comes back.</param>
internal sealed record TokenBucket(double Capacity, double RefillPerSecond);
