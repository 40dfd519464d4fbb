using System.Net;

namespace AwsBatch.Execution;

/// <summary>
/// What admission learns from attempts that were answered: how long the headers took, or that the service refuses the rate.
/// Answers faster than any service's are told of several at a time: cores that write to one place wait for one another, and
/// pacer and limiter are one place for all of them.
/// </summary>
internal sealed class Feedback(Run run, Dispatcher dispatcher)
{
    private const int MostAtATime = 16;

    // No service answers in less: what does stands in for one.
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(50);

    private readonly long shortest = run.Clock.Ticks(Shortest);

    /// <summary>Takes a slot's attempt whose headers have come: what its consumer makes of the body says nothing of the service.</summary>
    public void TakeHeaders(Slot slot)
    {
        slot.Untold++;
        TellSuccesses(slot);
        Settle(slot);
    }

    /// <summary>Takes a slot's attempt.</summary>
    public void Take(Slot slot, BatchItem item)
    {
        if (slot.IsConsumed)
            return;

        if (item.Error is null or { StatusCode: < HttpStatusCode.InternalServerError, Kind: not BatchErrorKind.Throttled } or { Kind: BatchErrorKind.Timeout })
        {
            slot.Untold++;
            if (slot.Untold < MostAtATime && slot.AnsweredAt - slot.ToldAt < shortest)
                return;

            TellSuccesses(slot);
        }
        else
        {
            CountSuccesses(slot);
            if (item.Error.Kind != BatchErrorKind.Throttled)
                return;

            TellThrottle(slot);
        }

        Settle(slot);
    }

    /// <summary>Tells what has not been told yet of a slot that leaves its lane.</summary>
    public void Leave(Slot slot)
    {
        if (slot.Untold > 0)
            TellSuccesses(slot);
    }

    // A limit may have risen: others wait for that, and the call itself.
    private void Settle(Slot slot)
    {
        slot.Lane.Group.Pool.Gate.Settle();
        dispatcher.Nudge();
    }

    private void TellSuccesses(Slot slot)
    {
        var gate = slot.Lane.Group.Pool.Gate;
        gate.Limiter.Succeeded(slot.StartedAt, slot.AnsweredAt, gate.InFlight);
        run.Limit.Limiter?.Succeeded(slot.StartedAt, slot.AnsweredAt, dispatcher.Running);
        CountSuccesses(slot);
    }

    private static void CountSuccesses(Slot slot)
    {
        if (slot.Untold == 0)
            return;

        slot.Lane.Pacer.Succeeded(slot.AnsweredAt, slot.Untold);
        slot.Untold = 0;
        slot.ToldAt = slot.AnsweredAt;
    }

    private void TellThrottle(Slot slot)
    {
        var pacer = slot.Lane.Pacer;
        pacer.Throttled(slot.StartedAt, slot.AnsweredAt);
        slot.Lane.Group.Pool.Gate.Limiter.Throttled(slot.StartedAt, slot.AnsweredAt, pacer.RatePerSecond);
        run.Limit.Limiter?.Throttled(slot.StartedAt, slot.AnsweredAt, pacer.RatePerSecond);
    }
}
