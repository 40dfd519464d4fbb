using System.Collections.Concurrent;
using AwsBatch.CompilerServices;

namespace AwsBatch.Clients;

/// <summary>The pools of the process, each made at its first use, and let go of when they have become too many.</summary>
internal sealed class ClientPools(TargetResolver targets, Accounts accounts, ClientFactory clients) : IDisposable, IAsyncDisposable
{
    // A pool that nobody asked for while so many others were made goes, as those of tenants that came and went: each is some 15 KB.
    private const int Kept = 4096;
    private const int MadeBetweenSweeps = 1024;

    private readonly ConcurrentDictionary<PoolKey, Task<ClientPool>> pools = new();
    private long made;
    private volatile bool disposed;

    /// <summary>Which pool requests to a target share.</summary>
    /// <exception cref="AwsBatchConfigurationException">Region, profile or endpoint cannot be resolved.</exception>
    public PoolKey KeyOf(BatchServiceDescriptor service, BatchTarget? target) => new(service.Name, targets.Resolve(target));

    /// <exception cref="AwsBatchConfigurationException">Region, profile, credentials or endpoint cannot be resolved.</exception>
    public ValueTask<ClientPool> GetAsync(BatchServiceDescriptor service, BatchTarget? target, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(IAwsBatch));
        var key = KeyOf(service, target);
        if (!pools.TryGetValue(key, out var pool) || !pool.IsCompletedSuccessfully)
            return new ValueTask<ClientPool>(Observed(CreateAsync(key, service)).WaitAsync(cancellationToken));

        pool.Result.AskedFor(Volatile.Read(ref made));
        return new ValueTask<ClientPool>(pool.Result);
    }

    public void Dispose()
    {
        disposed = true;
        foreach (var pool in pools.Values)
        {
            if (pool.IsCompletedSuccessfully)
                pool.Result.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    // Who waits may leave before it fails, and then nobody else looks.
    private static Task<ClientPool> Observed(Task<ClientPool> creation)
    {
        creation.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return creation;
    }

    private async Task<ClientPool> CreateAsync(PoolKey key, BatchServiceDescriptor service)
    {
        var creation = new TaskCompletionSource<ClientPool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pool = pools.GetOrAdd(key, creation.Task);
        if (pool != creation.Task)
            return await pool.ConfigureAwait(false);

        try
        {
            var created = await clients.CreateAsync(service, key.Target).ConfigureAwait(false);
            created.AskedFor(Volatile.Read(ref made));
            creation.SetResult(created);
            // Who disposes of the pools may have been too early for this one.
            if (disposed)
                created.Dispose();
        }
        catch (Exception exception)
        {
            // Forgotten before it is told, so that a call after the cure tries again.
            pools.TryRemove(KeyValuePair.Create(key, creation.Task));
            creation.SetException(exception);
        }

        if (Interlocked.Increment(ref made) % MadeBetweenSweeps == 0)
            Sweep();
        return await creation.Task.ConfigureAwait(false);
    }

    private void Sweep()
    {
        var longAgo = Volatile.Read(ref made) - Kept;
        foreach (var (key, creation) in pools)
        {
            // The client is not disposed of: a stream that is quiet for now may still have it.
            if (creation.IsCompletedSuccessfully
                && creation.Result.IsUnusedSince(longAgo)
                && pools.TryRemove(KeyValuePair.Create(key, creation)))
            {
                creation.Result.Meter?.Dispose();
            }
        }

        HashSet<BatchTarget> kept = [.. pools.Keys.Select(static key => key.Target)];
        targets.KeepOnly(kept);
        accounts.KeepOnly([.. kept.Select(static target => target.Profile)]);
    }
}
