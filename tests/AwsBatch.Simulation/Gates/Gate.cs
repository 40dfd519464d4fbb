using AwsBatch.Simulation.Controllers.Scoring;

namespace AwsBatch.Simulation.Gates;

/// <summary>A bound on a figure of a case: on its mean over the seeds, and where there is one, on that of the worst seed.</summary>
/// <param name="Figure">The case and the metric.</param>
/// <param name="Mean">What the mean must reach or must not exceed, as the metric has it.</param>
/// <param name="Worst">The same of the worst seed; null for no bound.</param>
public sealed record Gate(string Figure, double Mean, double? Worst = null)
{
    private string Case => Figure.Split(' ')[0];

    private string Metric => Figure.Split(' ')[1];

    /// <summary>What of the scores breaks the gate; empty if nothing does.</summary>
    internal IEnumerable<string> Broken(IReadOnlyList<Score> scores)
    {
        var score = scores.Single(score => score.Case == Case && score.Metric == Metric);
        if (Metrics.IsWorse(Metric, score.Mean, Mean))
            yield return $"{Figure}: the mean is {score.Mean:0.###}, the gate {Mean:0.###}.";
        if (Worst is { } worst && Metrics.IsWorse(Metric, score.Worst, worst))
            yield return $"{Figure}: the worst seed has {score.Worst:0.###}, the gate is {worst:0.###}.";
    }
}
