using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Microsoft.Extensions.Options;

namespace AwsBatch.Clients;

/// <summary>What a profile's name stands for: what the app gives for it, else an entry of the shared AWS config and credentials files.</summary>
internal sealed class Profiles(IOptions<AwsBatchOptions> options)
{
    /// <exception cref="AwsBatchConfigurationException">There is no such profile.</exception>
    public AWSCredentials CredentialsOf(string name) =>
        options.Value.ProfileCredentials?.Invoke(name)
        ?? AWSCredentialsFactory.GetAWSCredentials(Find(name) ?? throw NotFound(name), new SharedCredentialsFile());

    /// <returns>The region of its entry in the files; null if that has none.</returns>
    /// <exception cref="AwsBatchConfigurationException">There is no such entry, and the app gives no profiles of its own.</exception>
    public string? RegionOf(string name)
    {
        if (Find(name) is { } profile)
            return profile.Region?.SystemName;

        return options.Value.ProfileCredentials is null ? throw NotFound(name) : Regions.OfEnvironment;
    }

    private static CredentialProfile? Find(string name) => new CredentialProfileStoreChain().TryGetProfile(name, out var profile) ? profile : null;

    private static AwsBatchConfigurationException NotFound(string name) => new(
        $"Profile '{name}' is not in the shared AWS config and credentials files: add it, name another in AwsBatchOptions.Profile or "
        + "BatchTarget.Profile, or give its credentials in AwsBatchOptions.ProfileCredentials.");
}
