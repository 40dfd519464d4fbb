using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Scoring;

/// <summary>A figure over seeds.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="Case">The scenario, or the phase of it.</param>
/// <param name="Metric">What was measured, with its unit.</param>
/// <param name="Mean">The mean over the seeds.</param>
/// <param name="Worst">That of the worst seed.</param>
internal readonly record struct Score(string Subject, string Case, string Metric, double Mean, double Worst);

/// <summary>Runs cases over seeds.</summary>
internal static class Scoreboard
{
    /// <summary>The scores of one subject in one case.</summary>
    public static IReadOnlyList<Score> Run(Subject subject, Case @case, IEnumerable<int> seeds) =>
    [
        .. seeds
            .AsParallel()
            .AsOrdered()
            .SelectMany(seed => @case.Measure(subject, seed).ToList())
            .AsSequential()
            .GroupBy(figure => (figure.Case, figure.Metric), figure => figure.Value)
            .Select(values => new Score(
                subject.Name, values.Key.Case, values.Key.Metric, values.Average(), Metrics.Worst(values.Key.Metric, values))),
    ];

    /// <summary>The scores of all subjects in all cases.</summary>
    public static IReadOnlyList<Score> Run(
        IReadOnlyList<Subject> subjects, IReadOnlyList<Case> cases, IReadOnlyList<int> seeds, CancellationToken cancellationToken) =>
    [
        .. cases
            .SelectMany(@case => subjects.Select(subject => (Case: @case, Subject: subject)))
            .SelectMany(pair =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Run(pair.Subject, pair.Case, seeds);
            }),
    ];
}
