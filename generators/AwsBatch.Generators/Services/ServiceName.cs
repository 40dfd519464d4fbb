namespace AwsBatch.Generators.Services;

/// <summary>A service's name and the package it lives in.</summary>
/// <param name="Name">As the AWS CLI names it.</param>
/// <param name="Suffix">What follows <c>AWSSDK.</c> in its package's name.</param>
internal sealed record ServiceName(string Name, string Suffix)
{
    public const string PackagePrefix = "AWSSDK.";

    /// <summary>The package's name, which is its assembly's too.</summary>
    public string Package => PackagePrefix + Suffix;
}
