namespace AwsBatch.Deduplication;

/// <content>How a flight ends.</content>
internal sealed partial class FlightTable<TKey, TValue, TFailure>
{
    /// <summary>Ends a flight with its answer, for those who wait and for the window.</summary>
    public void Complete(Flight<TKey, TValue, TFailure> flight, TValue value)
    {
        if (flight.IsChanged(comparer))
        {
            Abandon(flight);
            return;
        }

        var bytes = Math.Max(0, bytesOf(value));
        lock (gate)
        {
            if (!End(flight))
                return;
            if (flight.Window > TimeSpan.Zero)
                window.Put(flight.HasLiveKey ? snapshot(flight.Key) : flight.Key, flight.Hash, value, bytes, flight.Window);
        }

        while (flight.TakeFirst() is { } waiter)
            waiter.Answered(value);
    }

    /// <summary>Ends a flight with a failure, for those who wait.</summary>
    public void Fail(Flight<TKey, TValue, TFailure> flight, TFailure failure)
    {
        if (flight.IsChanged(comparer))
        {
            Abandon(flight);
            return;
        }

        lock (gate)
        {
            if (!End(flight))
                return;
        }

        while (flight.TakeFirst() is { } waiter)
            waiter.Failed(failure);
    }

    /// <summary>Gives up the lead: the one who has waited longest leads now, and without one the flight is gone.</summary>
    public void Abandon(Flight<TKey, TValue, TFailure> flight)
    {
        lock (gate)
        {
            // Who gives up inside its callback is replaced by the loop that called it: a thousand of them are no recursion.
            if (++flight.Vacancies > 1)
                return;
        }

        do
            PassLead(flight)?.Lead(flight);
        while (HasVacancy(flight));
    }

    /// <summary>Forgets the answers it remembers, and remembers no more: flights end as ever, for those who wait.</summary>
    public void CloseWindow()
    {
        lock (gate)
            window.Close();
    }

    /// <summary>Forgets everything and fails all who wait; lifetimes are cancelled, and a leader's later end means nothing.</summary>
    public void Close(TFailure failure)
    {
        List<Flight<TKey, TValue, TFailure>> open;
        lock (gate)
        {
            closed = true;
            window.Close();
            open = flights.RemoveAll();
            foreach (var flight in open)
                flight.IsOver = true;
        }

        foreach (var flight in open)
        {
            while (flight.TakeFirst() is { } waiter)
                waiter.Failed(failure);
            flight.Lifetime?.CancelAsync();
        }
    }

    private bool End(Flight<TKey, TValue, TFailure> flight)
    {
        if (flight.IsOver)
            return false;
        flight.IsOver = true;
        return flights.Remove(flight);
    }

    private FlightWaiter<TKey, TValue, TFailure>? PassLead(Flight<TKey, TValue, TFailure> flight)
    {
        lock (gate)
        {
            if (flight.IsOver)
                return null;
            var next = flight.Promote();
            if (next is null)
                End(flight);
            return next;
        }
    }

    private bool HasVacancy(Flight<TKey, TValue, TFailure> flight)
    {
        lock (gate)
            return --flight.Vacancies > 0;
    }
}
