using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Scoring;

/// <summary>One figure of one run.</summary>
/// <param name="Case">The scenario, or the phase of it.</param>
/// <param name="Metric">What was measured, with its unit.</param>
/// <param name="Value">The figure.</param>
internal readonly record struct Figure(string Case, string Metric, double Value);

/// <summary>A scenario and what is judged of it.</summary>
/// <param name="Name">S1 to S7.</param>
/// <param name="World">The world.</param>
/// <param name="Initial">The limit all begin with.</param>
/// <param name="Target">The latency to hold; null for none.</param>
/// <param name="Judge">Reads the figures off a run.</param>
internal sealed record Case(string Name, World World, int Initial, TimeSpan? Target, Func<Run, IEnumerable<Figure>> Judge)
{
    public IEnumerable<Figure> Measure(Subject subject, int seed) => Judge(WorldSimulation.Run(World, subject, Initial, Target, seed));
}
