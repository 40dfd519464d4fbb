using AwsBatch.CompilerServices;

namespace AwsBatch;

/// <summary>
/// The handle of one request in a mixed batch: given to <see cref="IAwsBatch.RunAsync"/>, and afterwards to
/// <see cref="BatchResult.Get"/>.
/// </summary>
public abstract class BatchRequest
{
    private protected BatchRequest(BatchTarget? target) => Target = target;

    /// <summary>The service as the AWS CLI names it.</summary>
    public string Service => Descriptor.Service.Name;

    /// <summary>The operation's name in the service's API.</summary>
    public string Operation => Descriptor.Name;

    /// <summary>Where the request goes; null, or null in a part, inherits.</summary>
    public BatchTarget? Target { get; }

    internal abstract BatchOperation Descriptor { get; }

    internal abstract object UntypedRequest { get; }

    internal abstract Task AttemptAsync(ISlot slot);

    internal abstract BatchItem Conclude(ISlot slot, int index, Task attempt);
}

/// <summary>The handle of one request in a mixed batch, with the types of its request and result.</summary>
/// <typeparam name="TRequest">The SDK's request type.</typeparam>
/// <typeparam name="TResult">The SDK's response type, or what a consumer makes of it.</typeparam>
public sealed class BatchRequest<TRequest, TResult> : BatchRequest
    where TRequest : class
{
    private readonly BatchOperation<TRequest, TResult> operation;

    /// <summary>Makes a handle; generated code does so in factories such as <c>IS3Batch.ListBuckets(request)</c>.</summary>
    /// <exception cref="ArgumentNullException">The request is null.</exception>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public BatchRequest(BatchOperation<TRequest, TResult> operation, TRequest request)
        : this(operation, request, target: null)
    {
    }

    private BatchRequest(BatchOperation<TRequest, TResult> operation, TRequest request, BatchTarget? target)
        : base(target)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        this.operation = operation;
        Request = request;
    }

    /// <summary>The SDK's request. Do not change it while a batch that holds it runs.</summary>
    public TRequest Request { get; }

    internal override BatchOperation Descriptor => operation;

    internal override object UntypedRequest => Request;

    /// <summary>
    /// A new handle of the same request in another account, region or endpoint. The handles of one request object are sent one
    /// after the other, in a stream unless equal requests of their operation share an answer: those that should go at the same
    /// time need a request each.
    /// </summary>
    public BatchRequest<TRequest, TResult> In(BatchTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new BatchRequest<TRequest, TResult>(operation, Request, target);
    }

    /// <summary>The request in a few words: <c>s3:HeadObject (Bucket=logs, Key=a.txt)</c>. Its parameters are chosen as those of an error's line are.</summary>
    public override string ToString() => operation.Describe(Request).ToString() is { Length: > 0 } parameters
        ? $"{Service}:{Operation} ({parameters})"
        : $"{Service}:{Operation}";

    internal override Task AttemptAsync(ISlot slot) => operation.AttemptAsync(slot, Request);

    internal override BatchItem Conclude(ISlot slot, int index, Task attempt) =>
        operation.Conclude(slot, Request, index, (Task<TResult>)attempt);
}
