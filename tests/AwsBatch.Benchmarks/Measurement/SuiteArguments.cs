namespace AwsBatch.Benchmarks.Measurement;

/// <summary>What a run was asked for beyond its suite.</summary>
/// <param name="Seeds">The seeds of a simulation; empty for the suite's own.</param>
internal sealed record SuiteArguments(IReadOnlyList<int> Seeds);
