using Amazon.Runtime.CredentialManagement;

namespace AwsBatch.Clients;

/// <summary>The profiles of the shared AWS config and credentials files.</summary>
internal static class Profiles
{
    /// <exception cref="AwsBatchConfigurationException">There is no such profile.</exception>
    public static CredentialProfile Get(string name) => new CredentialProfileStoreChain().TryGetProfile(name, out var profile)
        ? profile
        : throw new AwsBatchConfigurationException(
            $"Profile '{name}' is not in the shared AWS config and credentials files: add it, or name another in AwsBatchOptions.Profile or BatchTarget.Profile (of the tool --profile).");
}
