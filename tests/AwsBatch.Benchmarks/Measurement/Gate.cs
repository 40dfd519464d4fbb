namespace AwsBatch.Benchmarks.Measurement;

/// <summary>A figure that has to hold.</summary>
/// <param name="Case">Of which case.</param>
/// <param name="What">What is judged.</param>
/// <param name="Value">The figure; null if the run has none.</param>
/// <param name="Bound">What it is held against.</param>
/// <param name="Sense">Whether the bound is the least or the most.</param>
internal sealed record Gate(string Case, string What, double? Value, double Bound, Sense Sense)
{
    public bool IsMet => Sense == Sense.AtLeast ? Value >= Bound : Value <= Bound;
}

/// <summary>Which side of a bound is good.</summary>
internal enum Sense
{
    AtLeast,
    AtMost,
}
