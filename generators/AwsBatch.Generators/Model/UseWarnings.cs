namespace AwsBatch.Generators.Model;

/// <summary>What the compiler says of each use of an interface, which whoever declared it knows.</summary>
/// <param name="IsObsolete">Whether it says that the interface, or a type around it, is obsolete.</param>
/// <param name="Experiments">The ids under which it says that they are experimental, sorted.</param>
internal sealed record UseWarnings(bool IsObsolete, EquatableArray<string> Experiments);
