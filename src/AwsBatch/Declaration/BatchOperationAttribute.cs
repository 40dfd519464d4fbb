namespace AwsBatch;

/// <summary>Names the operation of a declared method whose own name does not say it.</summary>
/// <param name="operation">The operation by its API or SDK name, such as <c>GetObject</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchOperationAttribute(string operation) : Attribute
{
    /// <summary>The operation by its API or SDK name.</summary>
    public string Operation { get; } = operation;
}
