using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Microsoft.Extensions.Options;

namespace AwsBatch.Clients;

/// <summary>The credentials of each account, resolved once and shared by all its clients.</summary>
internal sealed class Accounts(IOptions<AwsBatchOptions> options, Profiles profiles, TimeProvider clock, TaskScheduler? scheduler = null)
{
    private readonly ConcurrentDictionary<string, Lazy<SnapshotCredentials>> byProfile = new(StringComparer.Ordinal);

    /// <param name="profile">The profile that names the account; null for the one of the options or the environment.</param>
    /// <exception cref="AwsBatchConfigurationException">There are no such credentials, or they cannot be had.</exception>
    public async Task<SnapshotCredentials> GetAsync(string? profile)
    {
        try
        {
            var credentials = byProfile.GetOrAdd(profile ?? "", _ => new(() => new SnapshotCredentials(Source(profile), clock, scheduler))).Value;
            await credentials.GetCredentialsAsync().ConfigureAwait(false);
            return credentials;
        }
        catch (Exception exception)
        {
            // Forgotten, so that a call after the cure tries again.
            byProfile.TryRemove(profile ?? "", out _);
            if (exception is AwsBatchConfigurationException)
                throw;
            throw new AwsBatchConfigurationException(
                (profile is null ? "No AWS credentials could be resolved" : $"The credentials of profile '{profile}' could not be resolved")
                + ": set AwsBatchOptions.Credentials or AwsBatchOptions.Profile, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
                + $"or run where a role is attached. ({exception.Message.ReplaceLineEndings(" ")})",
                exception);
        }
    }

    /// <summary>Forgets the accounts of which no pool is left.</summary>
    public void KeepOnly(HashSet<string?> profiles)
    {
        foreach (var profile in byProfile.Keys)
        {
            if (!profiles.Contains(profile.Length == 0 ? null : profile))
                byProfile.TryRemove(profile, out _);
        }
    }

    private AWSCredentials Source(string? profile) => profile is not null
        ? profiles.CredentialsOf(profile)
        : options.Value.Credentials ?? DefaultAWSCredentialsIdentityResolver.GetCredentials();
}
