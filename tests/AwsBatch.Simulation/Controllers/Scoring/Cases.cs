using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Scoring;

/// <summary>The worlds in which controllers are compared, and what is judged in each.</summary>
internal static class Cases
{
    private static readonly TokenBucket DescribeBucket = new(Capacity: 100, RefillPerSecond: 20);

    public static IReadOnlyList<Case> All { get; } =
    [
        NoKnee("S1"),
        Target("S2a", servers: 10, TimeSpan.FromMilliseconds(200), initial: 5, right: 20),
        Target("S2b", servers: 5, TimeSpan.FromMilliseconds(120), initial: 20, right: 6),
        Knee("S3"),
        CapacityStep("S4"),
        Bucket("S5", [0]),
        SharedKnee("S6"),
        Bucket("S7", [0, 1, 2, 3]),
    ];

    // More servers than the limit may use: the right limit is the highest.
    private static Case NoKnee(string name)
    {
        var world = new World { Duration = 6, Servers = 1000, ServiceTime = 0.02 };
        var possible = ControllerSettings.Max / world.BaseLatency * world.Duration;
        return new Case(name, world, 20, null, run => [new(name, Metrics.Percent, 100 * run.Succeeded() / possible)]);
    }

    private static Case Target(string name, int servers, TimeSpan target, int initial, double right)
    {
        var world = new World { Duration = 30, Servers = servers, ServiceTime = 0.1 };
        return new Case(name, world, initial, target, run =>
        [
            new(name, Metrics.Percent, 100 * run.Succeeded() / (servers / world.ServiceTime * world.Duration)),
            new(name, Metrics.Requests, run.Succeeded(to: run.Converged(right) ?? double.PositiveInfinity)),
            new(name, Metrics.MeanMilliseconds, 1000 * run.MeanLatency(5)),
        ]);
    }

    private static Case Knee(string name)
    {
        var world = new World { Duration = 30, Servers = 40, ServiceTime = 0.05, Variation = 1 };
        return new Case(name, world, 5, null, run =>
        [
            new(name, Metrics.Percent, 100 * run.Succeeded() / (world.Servers / world.ServiceTime * world.Duration)),
            new(name, Metrics.LatencyRatio, run.MeanLatency(5) / world.BaseLatency),
        ]);
    }

    private static Case CapacityStep(string name)
    {
        const int full = 60, reduced = 15;
        const double drop = 15, back = 30, end = 45;
        var world = new World
        {
            Duration = end, Servers = full, ServiceTime = 0.05, Steps = [(drop, reduced), (back, full)],
        };
        return new Case(name, world, 20, null, run =>
        [
            new($"{name}a", Metrics.Percent, Percent(run, full, 0, drop)),
            new($"{name}b", Metrics.Percent, Percent(run, reduced, drop, back)),
            new($"{name}b", Metrics.LatencyRatio, run.MeanLatency(drop + 1, back) / world.BaseLatency),
            new($"{name}b", Metrics.ReconvergeSeconds, run.Converged(Right(reduced), drop, back) ?? back - drop),
            new($"{name}c", Metrics.Percent, Percent(run, full, back, end)),
            new($"{name}c", Metrics.ReconvergeSeconds, run.Converged(Right(full), back, end) ?? end - back),
        ]);

        double Percent(Run run, int servers, double from, double to) =>
            100 * run.Succeeded(from, to) / (servers / world.ServiceTime * (to - from));

        // As many as are served, a few on the wire, and a short queue.
        static double Right(int servers) => Math.Round(1.1 * servers, MidpointRounding.AwayFromZero);
    }

    private static Case SharedKnee(string name)
    {
        const double judgedFrom = 24;
        var world = new World { Duration = 36, Servers = 40, ServiceTime = 0.05, Starts = [0, 4, 8, 12] };
        return new Case(name, world, 20, null, run =>
        [
            new(name, Metrics.Percent,
                100 * run.Succeeded(judgedFrom) / (world.Servers / world.ServiceTime * (world.Duration - judgedFrom))),
            new(name, Metrics.LatencyRatio, run.MeanLatency(judgedFrom) / world.BaseLatency),
            new(name, Metrics.Jain, run.Jain(judgedFrom)),
        ]);
    }

    private static Case Bucket(string name, double[] starts)
    {
        var world = new World
        {
            Duration = 60, Servers = int.MaxValue, ServiceTime = 0.05, Variation = 0.3, Network = 0.02, Bucket = DescribeBucket, Starts = starts,
        };
        return new Case(name, world, 20, null, run =>
        [
            new(name, Metrics.ThrottlesPer1000, 1000.0 * run.Throttled / run.Sent),
            new(name, Metrics.GoodputPercent,
                100 * run.Succeeded() / (DescribeBucket.Capacity + (DescribeBucket.RefillPerSecond * run.Duration))),
            new(name, Metrics.Exhausted, run.Exhausted),
            new(name, Metrics.Jain, run.Jain(run.Duration / 3)),
        ]);
    }
}
