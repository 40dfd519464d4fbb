namespace AwsBatch.Deduplication;

/// <summary>The name of an operation, and what it answers: the name alone makes two the same.</summary>
internal readonly record struct Signature(string Name, Type Type)
{
    public static IEqualityComparer<Signature> ByName { get; } = EqualityComparer<Signature>.Create(
        static (x, y) => string.Equals(x.Name, y.Name, StringComparison.Ordinal),
        static signature => signature.Name.GetHashCode(StringComparison.Ordinal));
}
