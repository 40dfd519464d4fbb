namespace AwsBatch.Generators.Model;

/// <summary>The stream of a request that becomes its HTTP body.</summary>
/// <param name="Property">In the SDK.</param>
/// <param name="CanSet">Whether its type admits any other stream.</param>
internal sealed record RequestBody(string Property, bool CanSet);
