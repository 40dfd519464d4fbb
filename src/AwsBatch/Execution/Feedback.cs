using System.Net;

namespace AwsBatch.Execution;

/// <summary>
/// What admission learns from a worker's attempts that were answered: how long the headers took, or that the service refuses
/// the rate. Answers faster than any service's are told of several at a time: cores that write to one place wait for one
/// another, and pacer and limiter are one place for all of them.
/// </summary>
internal sealed class Feedback(Run run, Dispatcher dispatcher)
{
    private const int MostAtATime = 16;

    // No service answers in less: what does stands in for one.
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(50);

    private readonly long shortest = run.Clock.Ticks(Shortest);
    private int untold;
    private long toldAt;
    private long startedAt;
    private long answeredAt;

    /// <summary>Takes a slot's attempt.</summary>
    public void Take(Slot slot, BatchItem item)
    {
        if (item.Error is { Kind: BatchErrorKind.Throttled })
        {
            Tell(slot.Lane);
            Throttled(slot);
            Settle(slot.Lane);
        }
        else if (item.Error is null or { StatusCode: < HttpStatusCode.InternalServerError } or { Kind: BatchErrorKind.Timeout })
        {
            Succeeded(slot);
            if (untold >= MostAtATime || answeredAt - toldAt >= shortest)
            {
                Tell(slot.Lane);
                Settle(slot.Lane);
            }
        }
    }

    /// <summary>Tells what the worker has not told yet of a lane it leaves.</summary>
    public void Tell(Lane lane)
    {
        if (untold == 0)
            return;

        var gate = lane.Group.Pool.Gate;
        lane.Pacer.Succeeded(answeredAt, untold);
        gate.Limiter.Succeeded(startedAt, answeredAt, gate.InFlight);
        run.Limit.Limiter?.Succeeded(startedAt, answeredAt, dispatcher.Running);
        untold = 0;
        toldAt = answeredAt;
    }

    private void Succeeded(Slot slot)
    {
        untold++;
        startedAt = slot.StartedAt;
        answeredAt = slot.AnsweredAt;
    }

    private void Throttled(Slot slot)
    {
        var lane = slot.Lane;
        lane.Pacer.Throttled(slot.StartedAt, slot.AnsweredAt);
        lane.Group.Pool.Gate.Limiter.Throttled(slot.StartedAt, slot.AnsweredAt, lane.Pacer.RatePerSecond);
        run.Limit.Limiter?.Throttled(slot.StartedAt, slot.AnsweredAt, lane.Pacer.RatePerSecond);
    }

    // A limit may have risen: others wait for that, and the call itself.
    private void Settle(Lane lane)
    {
        lane.Group.Pool.Gate.Settle();
        dispatcher.Nudge();
    }
}
