using Amazon.Runtime;

namespace AwsBatch.Clients;

/// <summary>
/// Credentials handed to every request as one immutable snapshot, without a lock. A snapshot near its expiry is renewed
/// beside the requests; only an expired one makes them wait, all for the same renewal.
/// </summary>
internal sealed class SnapshotCredentials(AWSCredentials source, TimeProvider clock, TaskScheduler? scheduler = null) : AWSCredentials
{
    // How long before its expiry a snapshot is renewed, and how often a source that says no expiry is asked again.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    // How long a source that failed is left alone while the snapshot still holds.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private volatile Snapshot? current;
    private Task<ImmutableCredentials>? renewal;

    /// <summary>What a client is given: these, or the source where there are none, which the SDK tells by their type alone.</summary>
    public AWSCredentials ForClient => source is AnonymousAWSCredentials ? source : this;

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().ConfigureAwait(false).GetAwaiter().GetResult();

    public override Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var snapshot = current;
        var now = clock.GetUtcNow();
        if (snapshot is not null && now < snapshot.RenewAt)
            return snapshot.Credentials;

        var renewing = RenewAsync();
        if (snapshot is null || now >= snapshot.ExpiresAt)
            return renewing;

        // Nobody waits for it: a failure shows when the snapshot has expired, not before.
        renewing.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return snapshot.Credentials;
    }

    /// <summary>Replaces credentials that a service calls expired, whatever they say of themselves.</summary>
    /// <param name="usedAt">When the refused request was signed; a snapshot taken since is not replaced again.</param>
    /// <returns>Whether there are others now; if not, another attempt would be refused like the first.</returns>
    /// <exception cref="Exception">The source cannot be asked.</exception>
    public async Task<bool> ReplaceAsync(DateTimeOffset usedAt)
    {
        if (current is not { } refused || refused.TakenAt > usedAt)
            return true;

        // A source of the SDK's keeps what it has until its expiry.
        (source as RefreshingAWSCredentials)?.ClearCredentials();
        var old = await refused.Credentials.ConfigureAwait(false);
        var renewed = await RenewAsync().ConfigureAwait(false);
        return renewed.AccessKey != old.AccessKey || renewed.Token != old.Token;
    }

    private Task<ImmutableCredentials> RenewAsync()
    {
        lock (gate)
            return renewal is { IsCompleted: false } underWay ? underWay : renewal = StartAsync();
    }

    // Not here and now: a source may block before its first await.
    private Task<ImmutableCredentials> StartAsync() => Task.Factory.StartNew(
        FetchAsync,
        CancellationToken.None,
        TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler,
        scheduler ?? TaskScheduler.Default).Unwrap();

    private async Task<ImmutableCredentials> FetchAsync()
    {
        ImmutableCredentials credentials;
        try
        {
            credentials = await source.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch when (current is { } old)
        {
            // Never past its expiry, which may have come while the source was asked.
            var retryAt = clock.GetUtcNow() + AfterFailure;
            current = old with { RenewAt = retryAt < old.ExpiresAt ? retryAt : old.ExpiresAt };
            throw;
        }

        var now = clock.GetUtcNow();
        var expiresAt = source.Expiration is { } expiry
            ? new DateTimeOffset(expiry.ToUniversalTime())
            : DateTimeOffset.MaxValue;
        current = new Snapshot(Task.FromResult(credentials), now, RenewalOf(expiresAt, now), expiresAt);
        return credentials;
    }

    private static DateTimeOffset RenewalOf(DateTimeOffset expiresAt, DateTimeOffset now)
    {
        var recheckAt = now + Recheck;
        // Those that are over as they come may be so by a clock that is wrong.
        if (expiresAt == DateTimeOffset.MaxValue || expiresAt <= now)
            return recheckAt;
        if (expiresAt > recheckAt + Ahead)
            return expiresAt - Ahead;
        return expiresAt < recheckAt ? expiresAt : recheckAt;
    }

    private sealed record Snapshot(
        Task<ImmutableCredentials> Credentials, DateTimeOffset TakenAt, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);
}
