using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace AwsBatch.Testing.Signing;

/// <summary>The keys that the endpoint accepts, each as long as it lasts.</summary>
internal sealed class AccessKeys(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, AccessKey> keys = new(StringComparer.Ordinal);

    /// <param name="credentials">The key.</param>
    /// <param name="lifetime">After which it is expired; null for never.</param>
    /// <param name="calls">How many calls it is good for; null for any number.</param>
    public void Add(ImmutableCredentials credentials, TimeSpan? lifetime = null, int? calls = null) => keys[credentials.AccessKey] = new(
        new SigningKeys(credentials.SecretKey),
        credentials.UseToken ? credentials.Token : null,
        lifetime is { } span ? time.GetUtcNow() + span : null,
        calls,
        time);

    /// <summary>Makes temporary credentials that it accepts.</summary>
    /// <inheritdoc cref="Add" path="/param"/>
    public SessionAWSCredentials Issue(TimeSpan? lifetime = null, int? calls = null)
    {
        var session = new SessionAWSCredentials(RandomCredentials.Key("ASIA"), RandomCredentials.Secret(), RandomCredentials.Token());
        Add(session.GetCredentials(), lifetime, calls);
        return session;
    }

    public bool TryFind(string accessKey, [NotNullWhen(true)] out AccessKey? found) => keys.TryGetValue(accessKey, out found);
}

/// <summary>A key, the token that must come with it, and what is left of it.</summary>
internal sealed class AccessKey(SigningKeys signingKeys, string? token, DateTimeOffset? expires, int? calls, TimeProvider time)
{
    private int callsLeft = calls ?? 0;

    public SigningKeys SigningKeys => signingKeys;

    public bool Accepts(string? presented) => presented == token;

    /// <summary>Uses the key for a call, unless it has expired.</summary>
    public bool TryUse() => !(time.GetUtcNow() >= expires) && (calls is null || Interlocked.Decrement(ref callsLeft) >= 0);
}
