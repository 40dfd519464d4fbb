using AwsBatch.Clients;
using AwsBatch.Deduplication;

namespace AwsBatch.Execution;

/// <summary>
/// How a call's requests share answers: with other calls through the window of the process, or, of a stream, with one
/// another while they are in flight.
/// </summary>
/// <param name="flights">Who is on the way, and what is remembered.</param>
/// <param name="mode">Which operations share.</param>
/// <param name="window">How old an answer may be; zero joins only what is on the way.</param>
internal sealed class AnswerSharing(AnswerFlights flights, DedupeMode mode, TimeSpan window)
{
    /// <summary>The outcome of a request whose answer is remembered; null if it has to be asked for, or waited for.</summary>
    public BatchItem? Recall(ClientPool pool, OperationRequest request, int index, long now) =>
        request.Operation.MayShare(mode) && flights.Table.TryRecall(new(pool, request), window, now, out var answer)
            ? answer.SharedWith(request.Request, index)
            : null;

    /// <summary>Looks for an answer to the worker's request before it is sent.</summary>
    /// <param name="worker">Who is about to send it.</param>
    /// <param name="dispatcher">Whom to tell when an answer comes that has to be waited for.</param>
    /// <param name="request">What it is.</param>
    /// <param name="answer">The outcome, if there is one already.</param>
    /// <returns>False: send it. True without an answer: it waits, and the worker is free.</returns>
    public bool TryShare(Worker worker, Dispatcher dispatcher, OperationRequest request, out BatchItem? answer)
    {
        answer = null;
        ref var item = ref worker.Slot.Item;
        if (item.Lead is not null || item.AdmittedAt != 0 || !request.Operation.MayShare(mode))
            return false;

        var waiter = worker.Spare ?? new JoinedItem(dispatcher, this);
        worker.Spare = null;
        waiter.Board(worker.Slot.Lane, item, request);
        var entry = flights.Table.Enter(new(worker.Slot.Pool, request), window, waiter);
        if (entry.Role == FlightRole.Wait)
        {
            dispatcher.Join(waiter);
            return true;
        }

        worker.Spare = waiter;
        item.Lead = entry.Flight;
        answer = entry.Value?.SharedWith(request.Request, item.Index);
        return entry.Role == FlightRole.Hit;
    }

    /// <summary>Tells those who wait for the item how it ended.</summary>
    public void End(ref ItemState item, BatchItem outcome)
    {
        if (item.Lead is not { } flight)
            return;

        item.Lead = null;
        if (outcome.IsSuccess)
            flights.Table.Complete(flight, outcome);
        else if (IsOfItsCallAlone(outcome.Error!))
            flights.Table.Abandon(flight);
        else
            flights.Table.Fail(flight, outcome);
    }

    /// <summary>Says that the item's time was over before its next attempt: another call may have more, one call's requests have the same.</summary>
    public void Expire(ref ItemState item)
    {
        if (window == TimeSpan.Zero)
            return;

        Abandon(item);
        item.Lead = null;
    }

    // A time-out is of the call's own time, as in Expire.
    private bool IsOfItsCallAlone(BatchError error) =>
        error.Kind == BatchErrorKind.Canceled || (error.Kind == BatchErrorKind.Timeout && window > TimeSpan.Zero);

    /// <summary>Passes the lead on: the item will not be sent.</summary>
    public void Abandon(in ItemState item)
    {
        if (item.Lead is { } flight)
            flights.Table.Abandon(flight);
    }

    public void Leave(JoinedItem item)
    {
        if (!flights.Table.Leave(item))
            item.IsLeft = true;
    }
}
