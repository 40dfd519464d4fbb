namespace AwsBatch.Benchmarks.Measurement;

/// <summary>What a run was asked for beyond its suite.</summary>
/// <param name="Seeds">The seeds of a simulation; empty for the suite's own.</param>
/// <param name="Rounds">How many rounds; null for the suite's own.</param>
/// <param name="Seconds">How long each subject is measured in a round; null for the suite's own.</param>
/// <param name="Case">Only cases whose names contain it; null for all.</param>
/// <param name="Aot">Whether programs are also compiled ahead of time.</param>
internal sealed record SuiteArguments(IReadOnlyList<int> Seeds, int? Rounds = null, double? Seconds = null, string? Case = null, bool Aot = false)
{
    public bool Includes(string @case) => Case is null || @case.Contains(Case, StringComparison.OrdinalIgnoreCase);
}
