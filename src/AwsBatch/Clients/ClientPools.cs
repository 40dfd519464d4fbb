using System.Collections.Concurrent;
using AwsBatch.CompilerServices;

namespace AwsBatch.Clients;

/// <summary>The pools of the process, each made at its first use.</summary>
internal sealed class ClientPools(TargetResolver targets, ClientFactory clients) : IDisposable, IAsyncDisposable
{
    private readonly ConcurrentDictionary<PoolKey, Task<ClientPool>> pools = new();
    private volatile bool disposed;

    /// <exception cref="AwsBatchConfigurationException">Region, profile, credentials or endpoint cannot be resolved.</exception>
    public ValueTask<ClientPool> GetAsync(BatchServiceDescriptor service, BatchTarget? target, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(IAwsBatch));
        var key = new PoolKey(service.Name, targets.Resolve(target));
        return pools.TryGetValue(key, out var pool) && pool.IsCompletedSuccessfully
            ? new ValueTask<ClientPool>(pool.Result)
            : new ValueTask<ClientPool>(Observed(CreateAsync(key, service)).WaitAsync(cancellationToken));
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
        var made = new TaskCompletionSource<ClientPool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pool = pools.GetOrAdd(key, made.Task);
        if (pool != made.Task)
            return await pool.ConfigureAwait(false);

        try
        {
            made.SetResult(await clients.CreateAsync(service, key.Target).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            // Forgotten before it is told, so that a call after the cure tries again.
            pools.TryRemove(KeyValuePair.Create(key, made.Task));
            made.SetException(exception);
        }

        return await made.Task.ConfigureAwait(false);
    }
}
