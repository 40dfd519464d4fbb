namespace AwsBatch.Generators.Model;

/// <summary>A property of a request that the SDK fills in at every call, if it is not set.</summary>
/// <param name="Property">The property.</param>
/// <param name="Copied">The request's other properties, sorted.</param>
/// <param name="UsesObsolete">Whether one of them is obsolete.</param>
internal sealed record IdempotencyToken(string Property, EquatableArray<string> Copied, bool UsesObsolete);
