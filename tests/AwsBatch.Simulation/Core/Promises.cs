namespace AwsBatch.Simulation.Core;

/// <summary>Keeps the first promise of the engine that was broken: an exception would be taken for a fault of the service.</summary>
internal sealed class Promises
{
    private string? broken;

    public void Require(bool holds, Func<string> otherwise)
    {
        if (!holds)
            broken ??= otherwise();
    }

    /// <exception cref="SimulationFailedException">One was broken.</exception>
    public void ThrowIfBroken()
    {
        if (broken is not null)
            throw new SimulationFailedException(broken);
    }
}
