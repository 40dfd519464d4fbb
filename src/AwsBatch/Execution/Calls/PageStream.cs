using System.Numerics;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Deduplication;

namespace AwsBatch.Execution;

/// <summary>
/// A stream in which a request ends in as many items as it has pages, one after the other. The caller's request is never
/// written to: what asks for a further page is a copy.
/// </summary>
internal sealed class PageStream<TRequest, TResponse>(
    Run run,
    ClientPool pool,
    BatchOperation<TRequest, TResponse> operation,
    Paging<TRequest, TResponse> paging,
    IAsyncEnumerable<TRequest> source)
    : UniformStream<TRequest, BatchPage<TRequest, TResponse>>(run, pool, operation, source)
    where TRequest : class
{
    public override OperationRequest RequestOf(Slot slot) => new(operation, Turn.Of(slot).Asked);

    public override Task AttemptAsync(Slot slot) => operation.AttemptAsync(slot, Turn.Of(slot).Asked);

    public override BatchItem Conclude(Slot slot, Task attempt) =>
        operation.Conclude(slot, Turn.Of(slot).Asked, slot.Item.Index, (Task<TResponse>)attempt);

    public override async ValueTask<bool> CompleteAsync(Slot slot, BatchItem item)
    {
        var turn = Turn.Of(slot);
        var sent = (BatchItem<TRequest, TResponse>)item;
        var next = sent.IsSuccess ? paging.TokenOf(sent.Response) : null;
        var isCutOff = sent.IsSuccess && paging.IsCutOff(sent.Response);
        await DeliverAsync(slot, new BatchPage<TRequest, TResponse>(sent, turn.Given, turn.Page, isLast: next is null && !isCutOff))
            .ConfigureAwait(false);

        var comesAgain = next is not null && (next == turn.Token || next == turn.Mark);
        if (isCutOff || comesAgain)
            await DeliverAsync(slot, Unreachable(slot, turn, isCutOff, next)).ConfigureAwait(false);
        if (next is null || comesAgain)
        {
            Return(turn.Given);
            return false;
        }

        slot.Item = new ItemState
        {
            Request = turn.Given,
            Index = slot.Item.Index,
            Cursor = turn.Next(paging.Next(turn.Given, sent.Response!), next),
        };
        return true;
    }

    // The page that cannot be asked for. The token is opaque and may be a secret: it is not told.
    private BatchPage<TRequest, TResponse> Unreachable(Slot slot, Turn turn, bool isCutOff, string? next)
    {
        var message = isCutOff
            ? $"the answer says that more follows, but its {paging.Member} is empty, so that no further page can be asked for"
            : $"the answer's {paging.Member} is the one of {(next == turn.Token ? "the" : "a")} page before, so that no further page can be asked for";
        var error = new BatchError(() => operation.Describe(turn.Given).ToString())
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
        return new BatchPage<TRequest, TResponse>(operation, slot.Item.Index, slot.Target, turn.Given, error, turn.Page + 1);
    }

    /// <summary>Which page of a request is asked for.</summary>
    /// <param name="Given">The caller's request.</param>
    /// <param name="Asked">The copy that asks for the page; of the first, the request itself.</param>
    /// <param name="Token">What the copy asks with; null of the first.</param>
    /// <param name="Mark">That of an earlier page, by which tokens that go round are noticed.</param>
    /// <param name="Page">The page's place, from 0.</param>
    private sealed record Turn(TRequest Given, TRequest Asked, string? Token, string? Mark, int Page)
    {
        public static Turn Of(Slot slot) => (Turn)(slot.Item.Cursor ??= new Turn(
            (TRequest)slot.Item.Request, (TRequest)slot.Item.Request, Token: null, Mark: null, Page: 0));

        // Brent's search for a cycle: the mark moves on when the pages have doubled, so that in the end it is within the cycle.
        public Turn Next(TRequest asked, string token) =>
            new(Given, asked, token, BitOperations.IsPow2(Page + 1) ? token : Mark, Page + 1);
    }
}
