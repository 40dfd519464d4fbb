namespace AwsBatch.Generators.Model;

/// <summary>The SDK's client of a service, if a class of ours may derive from it.</summary>
/// <param name="Class">The class with <c>global::</c>.</param>
/// <param name="Config">The class of its configuration with <c>global::</c>.</param>
internal sealed record ServiceClient(string Class, string Config);
