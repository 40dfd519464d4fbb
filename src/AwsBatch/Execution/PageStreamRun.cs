using AwsBatch.Clients;
using AwsBatch.CompilerServices;

namespace AwsBatch.Execution;

/// <summary>
/// A stream in which a request is as many attempts as it has pages, one after the other in one slot. The caller's request
/// is never written to: what asks for a further page is a copy.
/// </summary>
internal sealed class PageStreamRun<TRequest, TResponse>(
    Run run,
    ClientPool pool,
    BatchOperation<TRequest, TResponse> operation,
    Paging<TRequest, TResponse> paging,
    IAsyncEnumerable<TRequest> source)
    : StreamRun<TRequest, BatchPage<TRequest, TResponse>>(run, pool, source)
    where TRequest : class
{
    protected override async ValueTask ServeAsync(Slot slot, TRequest request, int index)
    {
        var asked = request;
        string? asksFor = null;
        for (var page = 0; !IsStopping; page++)
        {
            var sent = (BatchItem<TRequest, TResponse>)await operation.AttemptAsync(slot, asked, index).ConfigureAwait(false);
            var next = sent.IsSuccess ? paging.TokenOf(sent.Response) : null;
            var isCutOff = sent.IsSuccess && paging.IsCutOff(sent.Response);
            var delivered = new BatchPage<TRequest, TResponse>(sent, request, page, isLast: next is null && !isCutOff);
            await DeliverAsync(slot, delivered).ConfigureAwait(false);

            if (isCutOff || (next is not null && next == asksFor))
                await DeliverAsync(slot, Unreachable(slot, request, index, page + 1, isCutOff)).ConfigureAwait(false);
            if (next is null || next == asksFor)
                return;

            asksFor = next;
            asked = paging.Next(request, sent.Response!);
        }
    }

    // The page that cannot be asked for. The token is opaque and may be a secret: it is not told.
    private BatchPage<TRequest, TResponse> Unreachable(Slot slot, TRequest request, int index, int page, bool isCutOff)
    {
        var message = isCutOff
            ? $"the answer says that more follows, but its {paging.Member} is empty, so that no further page can be asked for"
            : $"the answer's {paging.Member} is the one of the page before, so that no further page can be asked for";
        var error = new BatchError(() => operation.Describe(request))
        {
            Service = operation.Service.Name,
            Operation = operation.Name,
            Code = isCutOff ? "EmptyToken" : "RepeatedToken",
            Message = message,
            Kind = BatchErrorKind.Validation,
            IsRetryable = false,
            WasSent = false,
            Exception = new InvalidDataException($"{operation.Service.Name}:{operation.Name}: {message}."),
        };
        return new BatchPage<TRequest, TResponse>(operation, index, slot.Target, request, error, page);
    }
}
