namespace AwsBatch.Simulation.Core;

/// <summary>What the engine promises did not hold.</summary>
internal sealed class SimulationFailedException(string message) : Exception(message);
