namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>What came of a world.</summary>
/// <param name="World">The world.</param>
/// <param name="Duration">How long it ran, in seconds; shorter than meant if a controller flooded it.</param>
/// <param name="Processes">What its processes did.</param>
internal sealed record Run(World World, double Duration, IReadOnlyList<Process> Processes)
{
    public int Sent => Processes.Sum(process => process.Sent);

    public int Throttled => Processes.Sum(process => process.Throttled);

    public int Exhausted => Processes.Sum(process => process.Exhausted);

    /// <summary>How many requests succeeded from one time on, up to another.</summary>
    public int Succeeded(double from = 0, double to = double.PositiveInfinity) =>
        Processes.Sum(process => Succeeded(process, from, to));

    /// <summary>The mean latency of what succeeded between two times, in seconds: of each process, then over them.</summary>
    public double MeanLatency(double from, double to = double.PositiveInfinity) =>
        Processes.Average(process => process.Succeeded
            .Where(success => success.At >= from && success.At <= to)
            .Select(success => success.Latency)
            .DefaultIfEmpty(double.NaN)
            .Average());

    /// <summary>Jain's index of what the processes got from a time on: 1 if all got the same, 1/n if one got everything.</summary>
    public double Jain(double from)
    {
        var shares = Processes.Select(process => (double)Succeeded(process, from, double.PositiveInfinity)).ToList();
        var sum = shares.Sum();
        return sum == 0 ? 0 : sum * sum / (shares.Count * shares.Sum(share => share * share));
    }

    /// <summary>
    /// How long after a time the limit of the first process came within [0.75, 1.35] of the right one and stayed for two
    /// seconds; null if it did not before another time.
    /// </summary>
    public double? Converged(double right, double from = 0, double to = double.PositiveInfinity)
    {
        double? since = null;
        foreach (var (at, limit) in Processes[0].Limits)
        {
            if (at < from || at > to)
                continue;
            if (limit < 0.75 * right || limit > 1.35 * right)
            {
                since = null;
                continue;
            }

            since ??= at;
            if (at - since >= 2 - 1e-9)
                return since - from;
        }

        return null;
    }

    private static int Succeeded(Process process, double from, double to) =>
        process.Succeeded.Count(success => success.At >= from && success.At < to);
}
