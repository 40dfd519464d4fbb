namespace AwsBatch;

/// <summary>
/// Declares a partial interface as a batch facade over one AWS service. The generator implements it and
/// <c>AddAwsBatch</c> registers it.
/// </summary>
/// <remarks>
/// With <paramref name="operations"/> the generator writes the members of those operations; without, it checks and
/// implements the members the interface declares. Both may be combined.
/// </remarks>
/// <param name="service">The service as the AWS CLI names it, such as <c>s3</c>, <c>ec2</c> or <c>dynamodb</c>.</param>
/// <param name="operations">Operations by their API or SDK name, such as <c>HeadObject</c> or <c>GetObjectMetadata</c>.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class BatchServiceAttribute(string service, params string[] operations) : Attribute
{
    /// <summary>The service as the AWS CLI names it.</summary>
    public string Service { get; } = service;

    /// <summary>The operations whose members are generated, by API or SDK name.</summary>
    public IReadOnlyList<string> Operations { get; } = operations;
}
