using AwsBatch.Simulation.Controllers.Simulator;

namespace AwsBatch.Simulation.Controllers.Baselines;

/// <summary>What a baseline has in common with the others: a limit that answers change.</summary>
internal abstract class Baseline(ControllerSettings settings) : IController
{
    public double Limit { get; protected set; } = settings.Initial;

    public abstract void Answered(in Answer answer);

    /// <summary>log10 of a limit, at least 1: the step of Vegas and of those that follow it.</summary>
    protected static int LogarithmicStep(double limit) => Math.Max(1, (int)Math.Log10(Math.Max(1, (int)limit)));
}
