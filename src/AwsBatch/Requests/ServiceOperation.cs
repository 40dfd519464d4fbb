using System.ComponentModel;
using Amazon.Runtime;
using AwsBatch.Retries;

namespace AwsBatch.CompilerServices;

/// <summary>An operation that ends in the SDK's response.</summary>
/// <typeparam name="TRequest">The SDK's request type.</typeparam>
/// <typeparam name="TResponse">The SDK's response type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceOperation<TRequest, TResponse> : BatchOperation<TRequest, TResponse>
    where TRequest : AmazonWebServiceRequest
{
    private readonly SendOperation<TRequest, TResponse> send;
    private readonly Action<TRequest, KeyParameters>? describe;
    private readonly Func<TRequest, string, TRequest>? withToken;

    internal ServiceOperation(
        BatchServiceDescriptor service,
        string name,
        SendOperation<TRequest, TResponse> send,
        Action<TRequest, KeyParameters>? describe,
        RequestIdentity<TRequest>? identity,
        bool isReadOnly,
        Func<TRequest, string, TRequest>? withToken)
        : base(service, name)
    {
        this.send = send;
        this.describe = describe;
        this.withToken = withToken;
        Identity = identity;
        IsReadOnly = isReadOnly;
    }

    internal override RequestIdentity<TRequest>? Identity { get; }

    internal override bool IsReadOnly { get; }

    /// <summary>The same operation, its response handed to a consumer and then disposed.</summary>
    /// <param name="consume">Makes the result of a request and its response; runs again if the request is retried.</param>
    public BatchOperation<TRequest, TResult> Consume<TResult>(
        Func<TRequest, TResponse, CancellationToken, ValueTask<TResult>> consume)
    {
        ArgumentNullException.ThrowIfNull(consume);
        return new ConsumingOperation<TRequest, TResponse, TResult>(this, consume);
    }

    internal override bool MayResend(TRequest request) =>
        ResendRule.MayResend(Service.Name, Name, IsReadOnly, hasToken: withToken is not null, isConditional: false);

    // In the form the SDK generates.
    internal override TRequest WithToken(TRequest request) =>
        withToken is null ? request : withToken(request, Guid.NewGuid().ToString());

    internal override ValueTask<TResponse> SendAsync(ISlot slot, TRequest request) =>
        new(send(slot.Client, request, slot.CancellationToken));

    internal override string Describe(TRequest request)
    {
        var parameters = new KeyParameters();
        describe?.Invoke(request, parameters);
        return parameters.ToString();
    }
}
