using Amazon.Runtime;

namespace AwsBatch.CompilerServices;

/// <summary>An operation whose response is consumed in its slot and disposed, so that no open stream leaves the core.</summary>
internal sealed class ConsumingOperation<TRequest, TResponse, TResult>(
    ServiceOperation<TRequest, TResponse> operation,
    Func<TRequest, TResponse, CancellationToken, ValueTask<TResult>> consume)
    : BatchOperation<TRequest, TResult>(operation.Service, operation.Name)
    where TRequest : AmazonWebServiceRequest
{
    internal override bool MayResend(TRequest request) => operation.MayResend(request);

    internal override TRequest WithToken(TRequest request) => operation.WithToken(request);

    internal override async Task<TResult> SendAsync(ISlot slot, TRequest request)
    {
        var response = await operation.SendAsync(slot, request).ConfigureAwait(false);
        using (response as IDisposable)
        {
            slot.Answered();
            return await consume(request, response, slot.CancellationToken).ConfigureAwait(false);
        }
    }

    internal override KeyParameters Describe(TRequest request) => operation.Describe(request);
}
