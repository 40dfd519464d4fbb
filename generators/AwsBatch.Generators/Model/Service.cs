namespace AwsBatch.Generators.Model;

/// <summary>An AWS service as an SDK package offers it.</summary>
/// <param name="Name">As the AWS CLI names it.</param>
/// <param name="Interface">The SDK's interface with <c>global::</c>.</param>
/// <param name="PathStyleConfig">The configuration class, if it knows path-style addresses; else null.</param>
/// <param name="LeanClient">The client that a lean pipeline can be attached to; null if there is none.</param>
internal sealed record Service(string Name, string Interface, string? PathStyleConfig, ServiceClient? LeanClient);
