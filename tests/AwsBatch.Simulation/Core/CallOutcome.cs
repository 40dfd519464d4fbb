namespace AwsBatch.Simulation.Core;

/// <summary>What a call returned.</summary>
/// <param name="Items">Its items; null of a single request, which has only its answer.</param>
/// <param name="Summary">Its numbers, where it has items.</param>
/// <param name="Answer">The answer of a single request.</param>
internal sealed record CallOutcome(IReadOnlyList<BatchItem>? Items, BatchSummary? Summary, string? Answer);
