namespace AwsBatch.Benchmarks.Measurement;

/// <summary>One figure.</summary>
/// <param name="Suite">The suite it belongs to.</param>
/// <param name="Case">What was done.</param>
/// <param name="Subject">Who did it.</param>
/// <param name="Metric">What was measured, with its unit.</param>
/// <param name="Value">The figure: the median over the rounds, or of a simulation the mean over the seeds.</param>
internal sealed record Row(string Suite, string Case, string Subject, string Metric, double Value);
