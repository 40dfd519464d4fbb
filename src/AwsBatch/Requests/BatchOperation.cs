using System.ComponentModel;
using Amazon.Runtime;
using AwsBatch.Retries;

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

    /// <summary>Why none of its requests can be sent; null if they can.</summary>
    internal virtual Exception? Refusal => null;

    /// <summary>Whether equal requests may share one answer.</summary>
    internal abstract bool MayShare(DedupeMode mode);

    /// <summary>Whether two requests are the same.</summary>
    internal abstract bool AreSame(object request, object other);

    /// <summary>Equal for requests that are the same.</summary>
    internal abstract int HashOf(object request);

    /// <summary>A copy of a request that nobody else can change.</summary>
    internal abstract object SnapshotOf(object request);

    /// <summary>A key parameter of a request; null if it has none of that name.</summary>
    internal abstract string? KeyOf(object request, string parameter);

    /// <summary>The item of a request that was never sent.</summary>
    internal abstract BatchItem Refuse(object request, int index, BatchTarget target, Exception exception);

    /// <summary>Describes an operation of an SDK package.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="name">Its name in the service's API.</param>
    /// <param name="send">Calls the SDK's method on a client of that service.</param>
    /// <param name="describe">Picks the parameters that identify a request in an error; null where there are none.</param>
    /// <param name="identity">Which requests are the same; null if they cannot be compared.</param>
    /// <param name="isReadOnly">Whether the operation changes nothing, so that the answer to one request answers the same one.</param>
    /// <param name="withToken">
    /// Gives a request whose idempotency token is not set a copy with this one; the request itself if it is set. Null if the
    /// operation has none that the SDK would fill in.
    /// </param>
    /// <param name="body">Where a request keeps its body; null if it has none that an attempt could use up.</param>
    /// <param name="isConditional">
    /// Whether a request asks for a state that its own success ends, so that it cannot be sent again unseen; null if none does.
    /// </param>
    /// <param name="endpointParameter">What of a request its endpoint depends on, such as its bucket; null if nothing.</param>
    public static ServiceOperation<TRequest, TResponse> Create<TRequest, TResponse>(
        BatchServiceDescriptor service,
        string name,
        SendOperation<TRequest, TResponse> send,
        Action<TRequest, KeyParameters>? describe = null,
        RequestIdentity<TRequest>? identity = null,
        bool isReadOnly = false,
        Func<TRequest, string, TRequest>? withToken = null,
        RequestBody<TRequest>? body = null,
        Func<TRequest, bool>? isConditional = null,
        Func<TRequest, string?>? endpointParameter = null)
        where TRequest : AmazonWebServiceRequest
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(send);
        return new ServiceOperation<TRequest, TResponse>(service, name, send)
        {
            Description = describe,
            Identity = identity,
            IsReadOnly = isReadOnly,
            Token = withToken,
            Body = body,
            Condition = isConditional,
            EndpointParameter = endpointParameter,
        };
    }

    /// <summary>Describes what was asked for and does not exist: in a mixed batch its request ends in an item with this error.</summary>
    /// <param name="service">The service as it was named.</param>
    /// <param name="name">The operation as it was named.</param>
    /// <param name="reason">Why nothing can be sent.</param>
    public static BatchOperation<TRequest, object> CreateUnsendable<TRequest>(string service, string name, Exception reason)
        where TRequest : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(reason);
        return new UnsendableOperation<TRequest>(BatchServiceDescriptor.Unknown(service), name, reason);
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

    /// <summary>Which requests are the same; null if they cannot be compared, and are always sent.</summary>
    internal RequestIdentity<TRequest>? Identity { get; init; }

    /// <summary>Whether the operation changes nothing, so that the answer to one request answers the same one.</summary>
    internal bool IsReadOnly { get; init; }

    /// <summary>
    /// The request with its idempotency token fixed, so that all its attempts carry one: a copy if the SDK would fill it in
    /// at each, else the request itself. Never writes to the request.
    /// </summary>
    internal virtual TRequest WithToken(TRequest request) => request;

    internal sealed override bool MayShare(DedupeMode mode) =>
        Identity is not null && (mode == DedupeMode.Always || (mode == DedupeMode.ReadOnly && IsReadOnly));

    internal sealed override bool AreSame(object request, object other) =>
        request is TRequest one && other is TRequest another && Identity!.Equals(one, another);

    internal sealed override int HashOf(object request) => Identity!.GetHashCode((TRequest)request);

    internal sealed override object SnapshotOf(object request) => Identity!.Snapshot((TRequest)request);

    internal sealed override string? KeyOf(object request, string parameter) => Describe((TRequest)request)[parameter];

    internal sealed override BatchItem Refuse(object request, int index, BatchTarget target, Exception exception)
    {
        var given = (TRequest)request;
        var error = FailureClassifier.Classify(this, () => Describe(given).ToString(), exception, answered: false);
        return new BatchItem<TRequest, TResult>(this, index, target, given, error, TimeSpan.Zero, attempts: 0);
    }

    /// <summary>Whether a request whose answer was lost may be sent again.</summary>
    internal virtual bool MayResend(TRequest request) => false;

    /// <summary>Sends a request in a slot. Never throws: what fails at once is in the task.</summary>
    // In two halves with the wait for the answer between them left to the worker: a request in flight costs what the SDK
    // allocates, and no state machine of ours.
    internal Task<TResult> AttemptAsync(ISlot slot, TRequest request)
    {
        slot.Begin();
        try
        {
            return SendAsync(slot, Prepare(slot, request));
        }
        catch (Exception exception)
        {
            return Task.FromException<TResult>(exception);
        }
    }

    /// <summary>Makes the item of an attempt that has ended, however it did.</summary>
    internal BatchItem Conclude(ISlot slot, TRequest request, int index, Task<TResult> attempt)
    {
        // Looked at, for to throw it once more costs as much as to send a request.
        if (attempt.Exception is { InnerException: { } failure })
            return Failed(slot, request, index, failure);

        try
        {
            var response = attempt.GetAwaiter().GetResult();
            slot.Succeeded();
            return new BatchItem<TRequest, TResult>(this, index, slot.Target, request, response, slot.Elapsed, slot.Attempts);
        }
        catch (Exception exception)
        {
            return Failed(slot, request, index, exception);
        }
    }

    /// <summary>Where a request keeps its body; null if it has none that an attempt could use up.</summary>
    internal RequestBody<TRequest>? Body { get; init; }

    internal abstract Task<TResult> SendAsync(ISlot slot, TRequest request);

    internal abstract KeyParameters Describe(TRequest request);

    // The same for all attempts of an item: its token, and its body from the start.
    private TRequest Prepare(ISlot slot, TRequest request)
    {
        if (slot.Prepared is TRequest prepared)
        {
            slot.Body?.Rewind();
            return prepared;
        }

        prepared = WithToken(request);
        slot.Prepared = prepared;
        slot.Body = BodyPosition<TRequest>.Capture(Body, prepared);
        return prepared;
    }

    private BatchItem<TRequest, TResult> Failed(ISlot slot, TRequest request, int index, Exception exception)
    {
        var error = slot.Failed(exception, this, () => Describe(request).ToString(), MayResend(request));
        return new BatchItem<TRequest, TResult>(this, index, slot.Target, request, error, slot.Elapsed, slot.Attempts);
    }
}
