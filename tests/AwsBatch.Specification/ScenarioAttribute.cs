namespace AwsBatch.Specification;

/// <summary>A scenario of the specification, the same against every world.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute : FactAttribute;
