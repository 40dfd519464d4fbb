using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>Where the requests of one mixed call go. What cannot be resolved is the error of its requests, not of the call.</summary>
/// <param name="pools">The pools of the process.</param>
/// <param name="common">Where requests go that do not say so.</param>
/// <param name="refusals">What is not asked for again.</param>
internal sealed class Destinations(ClientPools pools, BatchTarget? common, Refusals refusals)
{
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public async ValueTask<Destination> FindAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        var target = request.Target?.Over(common) ?? common ?? new BatchTarget();
        var key = new PoolKey(request.Service, target);
        if ((request.Descriptor.Refusal ?? refusals.Find(key)) is { } refusal)
            return new Destination(target, Pool: null, refusal);

        try
        {
            return new Destination(target, await pools.GetAsync(request.Descriptor.Service, target, cancellationToken).ConfigureAwait(false), Refusal: null);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ObjectDisposedException))
        {
            refusals.Add(key, exception);
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
