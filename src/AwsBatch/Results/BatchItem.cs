using System.Diagnostics.CodeAnalysis;
using AwsBatch.CompilerServices;

namespace AwsBatch;

/// <summary>One request of a batch and what became of it.</summary>
public abstract class BatchItem
{
    // In the place of a count of attempts: a result has as many items as requests, and each is eight bytes the smaller.
    private const int Shared = -1;

    private readonly BatchOperation operation;
    private readonly int sent;

    private protected BatchItem(BatchOperation operation, int index, BatchTarget target, int attempts)
    {
        this.operation = operation;
        sent = attempts;
        Index = index;
        Target = target;
    }

    private protected BatchItem(BatchItem answered, int index)
        : this(answered.operation, index, answered.Target, Shared) => Error = answered.Error;

    private protected BatchItem(BatchItem other)
        : this(other.operation, other.Index, other.Target, other.sent)
    {
        Error = other.Error;
        Duration = other.Duration;
    }

    /// <summary>The request's place in its batch or stream, from 0.</summary>
    public int Index { get; }

    /// <summary>The service as the AWS CLI names it.</summary>
    public string Service => operation.Service.Name;

    /// <summary>The operation's name in the service's API.</summary>
    public string Operation => operation.Name;

    /// <summary>The account, region and endpoint the request went to, nothing left to inherit.</summary>
    public BatchTarget Target { get; }

    /// <summary>The request as given.</summary>
    public object Request => UntypedRequest;

    /// <summary>The response, or what a consumer made of it; null if the request failed.</summary>
    public object? Response => UntypedResponse;

    /// <summary>Why the request failed; null if it succeeded.</summary>
    public BatchError? Error { get; private protected init; }

    /// <summary>Whether the request succeeded.</summary>
    [MemberNotNullWhen(true, nameof(Response))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>From the first attempt to the end, waits between attempts and a consumer's work included; zero if none was made.</summary>
    public TimeSpan Duration { get; private protected set; }

    /// <summary>
    /// How often the request was sent; each is one HTTP request on the wire. Zero if it never left: the SDK refused it, or
    /// no connection could be made.
    /// </summary>
    public int Attempts => Math.Max(sent, 0);

    /// <summary>
    /// Whether the answer, or the failure, is that of an equal request: this one was not sent. The response is then the
    /// very same object: do not change it.
    /// </summary>
    public bool Deduplicated => sent == Shared;

    private protected abstract object UntypedRequest { get; }

    private protected abstract object? UntypedResponse { get; }

    /// <summary>Says when an item ended that had waited in vain for another attempt.</summary>
    internal void EndAfter(TimeSpan duration) => Duration = duration;

    /// <summary>The same outcome for an equal request.</summary>
    internal abstract BatchItem SharedWith(object request, int index);

    /// <summary>Throws the failure's own exception, unwrapped, if the request failed.</summary>
    public void EnsureSuccess()
    {
        if (Error is { } error)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.Exception);
    }
}

/// <summary>One request of a batch and what became of it.</summary>
/// <typeparam name="TRequest">The SDK's request type.</typeparam>
/// <typeparam name="TResult">The SDK's response type, or what a consumer makes of it.</typeparam>
public class BatchItem<TRequest, TResult> : BatchItem
    where TRequest : class
{
    internal BatchItem(
        BatchOperation operation, int index, BatchTarget target, TRequest request, TResult response, TimeSpan duration, int attempts)
        : base(operation, index, target, attempts)
    {
        Request = request;
        Response = response;
        Duration = duration;
    }

    internal BatchItem(
        BatchOperation operation, int index, BatchTarget target, TRequest request, BatchError error, TimeSpan duration, int attempts)
        : base(operation, index, target, attempts)
    {
        Request = request;
        Error = error;
        Duration = duration;
    }

    // The same outcome for an equal request; itself it was never sent.
    private BatchItem(BatchItem<TRequest, TResult> answered, TRequest request, int index)
        : base(answered, index)
    {
        Request = request;
        Response = answered.Response;
    }

    // The same outcome for the request as given, where a copy of it was sent.
    private protected BatchItem(BatchItem<TRequest, TResult> sent, TRequest request)
        : base(sent)
    {
        Request = request;
        Response = sent.Response;
    }

    /// <summary>The request as given.</summary>
    public new TRequest Request { get; }

    /// <summary>The response, or what a consumer made of it; the type's default if the request failed.</summary>
    public new TResult? Response { get; }

    /// <inheritdoc cref="BatchItem.IsSuccess"/>
    [MemberNotNullWhen(true, nameof(Response))]
    [MemberNotNullWhen(false, nameof(Error))]
    public new bool IsSuccess => base.IsSuccess;

    /// <inheritdoc cref="BatchItem.Error"/>
    public new BatchError? Error
    {
        get => base.Error;
        private init => base.Error = value;
    }

    private protected override object UntypedRequest => Request;

    private protected override object? UntypedResponse => Error is null ? Response : null;

    internal override BatchItem SharedWith(object request, int index) =>
        new BatchItem<TRequest, TResult>(this, (TRequest)request, index);

    /// <summary>The response; throws the failure's own exception, unwrapped, if the request failed.</summary>
    public new TResult EnsureSuccess()
    {
        base.EnsureSuccess();
        return Response!;
    }
}
