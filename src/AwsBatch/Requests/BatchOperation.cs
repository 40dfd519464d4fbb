using System.ComponentModel;
using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace AwsBatch.CompilerServices;

/// <summary>One operation of a service.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BatchOperation
{
    private protected BatchOperation(BatchServiceDescriptor service, string name)
    {
        Service = service;
        Name = name;
    }

    /// <summary>The service the operation belongs to.</summary>
    public BatchServiceDescriptor Service { get; }

    /// <summary>The operation's name in the service's API, such as <c>HeadObject</c>.</summary>
    public string Name { get; }

    /// <summary>Describes an operation of an SDK package.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="name">Its name in the service's API.</param>
    /// <param name="send">Calls the SDK's method on a client of that service.</param>
    /// <param name="describe">Picks the parameters that identify a request in an error; null where there are none.</param>
    public static ServiceOperation<TRequest, TResponse> Create<TRequest, TResponse>(
        BatchServiceDescriptor service,
        string name,
        SendOperation<TRequest, TResponse> send,
        Action<TRequest, KeyParameters>? describe = null)
        where TRequest : AmazonWebServiceRequest
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(send);
        return new ServiceOperation<TRequest, TResponse>(service, name, send, describe);
    }
}

/// <summary>One operation and what becomes of its answer.</summary>
/// <typeparam name="TRequest">The SDK's request type.</typeparam>
/// <typeparam name="TResult">The SDK's response type, or what a consumer makes of it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BatchOperation<TRequest, TResult> : BatchOperation
    where TRequest : class
{
    private protected BatchOperation(BatchServiceDescriptor service, string name)
        : base(service, name)
    {
    }

    /// <summary>Sends a request in a slot and makes its item, whatever happens.</summary>
    // Pooled: a request in flight costs its item and what the SDK allocates, no state machine of ours.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<BatchItem> AttemptAsync(ISlot slot, TRequest request, int index)
    {
        slot.Begin();
        try
        {
            var prepared = (TRequest)(slot.Prepared ??= request);
            var response = await SendAsync(slot, prepared).ConfigureAwait(false);
            slot.Succeeded();
            return new BatchItem<TRequest, TResult>(this, index, slot.Target, request, response, slot.Elapsed, slot.Attempts);
        }
        catch (Exception exception)
        {
            return Failed(slot, request, index, exception);
        }
    }

    internal abstract ValueTask<TResult> SendAsync(ISlot slot, TRequest request);

    internal abstract string Describe(TRequest request);

    private BatchItem<TRequest, TResult> Failed(ISlot slot, TRequest request, int index, Exception exception)
    {
        var error = slot.Failed(exception, this, () => Describe(request));
        return new BatchItem<TRequest, TResult>(this, index, slot.Target, request, error, slot.Elapsed, slot.Attempts);
    }
}
