using System.Collections.Concurrent;
using Amazon.Runtime;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services.Sts;

/// <summary>Who a key belongs to, as GetCallerIdentity says it.</summary>
internal sealed record Identity(string UserId, string Account, string Arn);

/// <summary>The sessions of assumed roles: credentials that the endpoint accepts, and whose they are.</summary>
internal sealed class RoleSessions(ServiceAccount account, AccessKeys accessKeys)
{
    private readonly ConcurrentDictionary<string, Identity> byAccessKey = new(StringComparer.Ordinal);
    private readonly Identity owner = new("AIDAEMBEDDEDENDPOINT", account.Id, $"arn:aws:iam::{account.Id}:user/embedded");

    public Identity Of(string accessKey) => byAccessKey.GetValueOrDefault(accessKey, owner);

    /// <summary>Issues credentials for a role. Any role may be assumed.</summary>
    public (SessionAWSCredentials Credentials, DateTimeOffset Expires, Identity Identity) Assume(
        RoleArn role, string sessionName, TimeSpan lifetime)
    {
        var session = accessKeys.Issue(lifetime);
        var identity = new Identity(
            $"AROAEMBEDDEDENDPOINT:{sessionName}", role.Account, $"arn:aws:sts::{role.Account}:assumed-role/{role.Name}/{sessionName}");
        byAccessKey[session.GetCredentials().AccessKey] = identity;
        return (session, account.Time.GetUtcNow() + lifetime, identity);
    }
}
