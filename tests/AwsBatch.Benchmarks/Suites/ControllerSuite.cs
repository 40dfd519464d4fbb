using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Simulation.Controllers;
using AwsBatch.Simulation.Controllers.Scoring;

namespace AwsBatch.Benchmarks.Suites;

/// <summary>
/// The admission controller beside those of the field, in deterministic virtual time: of each figure the mean over the seeds
/// and, as worst_…, that of the worst seed.
/// </summary>
internal sealed class ControllerSuite : ISuite
{
    private static readonly int[] DefaultSeeds = [11, 12, 13];

    public string Name => "controller";

    public IReadOnlyList<string> Baselines => [.. Subjects.Baselines.Select(baseline => baseline.Name)];

    public Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var seeds = arguments.Seeds is { Count: > 0 } given ? given : DefaultSeeds;
        var scores = Scoreboard.Run([Subjects.AwsBatch, .. Subjects.Baselines], Cases.All, seeds, cancellationToken);
        return Task.FromResult<IReadOnlyList<Row>>(
        [
            .. scores.Select(score => new Row(Name, score.Case, score.Subject, score.Metric, score.Mean)),
            .. scores.Select(score => new Row(Name, score.Case, score.Subject, $"worst_{score.Metric}", score.Worst)),
        ]);
    }
}
