using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>Where the requests of one mixed call go. What cannot be resolved is the error of its requests, not of the call.</summary>
/// <param name="pools">The pools of the process.</param>
/// <param name="common">Where requests go that do not say so.</param>
/// <param name="clock">What time it is.</param>
internal sealed class Destinations(ClientPools pools, BatchTarget? common, TimeProvider clock)
{
    /// <summary>As many accounts are asked for their credentials at the same time.</summary>
    public const int AtOnce = 32;

    private readonly Refusals refusals = new(clock);
    private readonly BatchTarget common = common ?? new BatchTarget();

    /// <summary>Those of a batch, in its order; each pool is asked for once.</summary>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public async Task<Destination[]> FindAllAsync(BatchRequest[] requests, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PoolKey, Destination>();
        foreach (var some in requests.Where(static request => request.Descriptor.Refusal is null).DistinctBy(KeyOf).Chunk(AtOnce))
        {
            var destinations = await Task.WhenAll(some.Select(request => AskAsync(request, cancellationToken).AsTask())).ConfigureAwait(false);
            for (var number = 0; number < some.Length; number++)
                found.Add(KeyOf(some[number]), destinations[number]);
        }

        return Array.ConvertAll(requests, request => Unsendable(request) ?? found[KeyOf(request)]);
    }

    /// <summary>That of a stream's next request.</summary>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public async ValueTask<Destination> FindAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        if (Unsendable(request) is { } unsendable)
            return unsendable;

        var key = KeyOf(request);
        if (refusals.Find(key) is { } refusal)
            return new Destination(key.Target, Pool: null, refusal);

        var found = await AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (found.Refusal is not null)
            refusals.Add(key, found.Refusal);
        return found;
    }

    /// <summary>The pool that a request shares with those that go to the same place, whichever way they say so; null if it has none.</summary>
    public PoolKey? PoolOf(BatchRequest request)
    {
        if (request.Descriptor.Refusal is not null)
            return null;

        try
        {
            return pools.KeyOf(request.Descriptor.Service, KeyOf(request).Target);
        }
        catch
        {
            // The request is told why when it is asked where it goes.
            return null;
        }
    }

    private PoolKey KeyOf(BatchRequest request) => new(request.Service, request.Target?.Over(common) ?? common);

    private Destination? Unsendable(BatchRequest request) =>
        request.Descriptor.Refusal is { } refusal ? new Destination(KeyOf(request).Target, Pool: null, refusal) : null;

    private async ValueTask<Destination> AskAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        var target = KeyOf(request).Target;
        try
        {
            return new Destination(target, await pools.GetAsync(request.Descriptor.Service, target, cancellationToken).ConfigureAwait(false), Refusal: null);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ObjectDisposedException))
        {
            return new Destination(target, Pool: null, exception);
        }
    }
}

/// <summary>Where one request goes: to a pool, or nowhere for a reason.</summary>
internal readonly record struct Destination(BatchTarget Target, ClientPool? Pool, Exception? Refusal)
{
    /// <summary>The item of a request that goes nowhere.</summary>
    public BatchItem Refuse(BatchRequest request, int index) =>
        request.Descriptor.Refuse(request.UntypedRequest, index, Target, Refusal!);
}
