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

    internal ServiceOperation(BatchServiceDescriptor service, string name, SendOperation<TRequest, TResponse> send)
        : base(service, name) => this.send = send;

    /// <summary>Picks the parameters that identify a request in an error.</summary>
    internal Action<TRequest, KeyParameters>? Description { get; init; }

    /// <summary>Gives a request an idempotency token, if the SDK would make one up.</summary>
    internal Func<TRequest, string, TRequest>? Token { get; init; }

    /// <summary>Whether a request asks for a state that its own success ends.</summary>
    internal Func<TRequest, bool>? Condition { get; init; }

    /// <summary>What of a request its endpoint depends on; null if nothing.</summary>
    internal Func<TRequest, string?>? EndpointParameter { get; init; }

    /// <summary>The same operation, its response handed to a consumer and then disposed.</summary>
    /// <param name="consume">Makes the result of a request and its response; runs again if the request is retried.</param>
    public BatchOperation<TRequest, TResult> Consume<TResult>(
        Func<TRequest, TResponse, CancellationToken, ValueTask<TResult>> consume)
    {
        ArgumentNullException.ThrowIfNull(consume);
        return new ConsumingOperation<TRequest, TResponse, TResult>(this, consume) { IsReadOnly = IsReadOnly, Body = Body };
    }

    internal override bool MayResend(TRequest request) =>
        ResendRule.MayResend(Service.Name, Name, IsReadOnly, hasToken: Token is not null, isConditional: Condition?.Invoke(request) == true);

    // In the form the SDK generates.
    internal override TRequest WithToken(TRequest request) =>
        Token is null ? request : Token(request, Guid.NewGuid().ToString());

    internal override Task<TResponse> SendAsync(ISlot slot, TRequest request)
    {
        slot.Invocation.EndpointParameter = EndpointParameter?.Invoke(request);
        return send(slot.Client, request, slot.CancellationToken)
            ?? throw new InvalidOperationException($"{slot.Client.GetType()} gave no task for {Service.Name}:{Name}.");
    }

    internal override KeyParameters Describe(TRequest request)
    {
        var parameters = new KeyParameters();
        Description?.Invoke(request, parameters);
        return parameters;
    }
}
