using Microsoft.Extensions.Logging;

namespace AwsBatch.Execution;

/// <summary>
/// Ends attempts whose time is over: one timer for all slots of a call, set to the earliest deadline. Starting an
/// attempt rarely sets it: only if little is left of the item's total time does its deadline come before those that stand.
/// </summary>
internal sealed class Deadlines : IDisposable
{
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly TimeSpan shortest;
    private readonly Lock gate = new();
    private readonly List<AttemptDeadline> attempts = [];
    private readonly ITimer timer;
    private long checkAt;

    public Deadlines(RunSettings settings, TimeProvider clock, ILogger logger)
    {
        this.clock = clock;
        this.logger = logger;
        shortest = settings.AttemptTimeout;
        checkAt = clock.After(shortest);
        timer = clock.CreateTimer(static deadlines => ((Deadlines)deadlines!).Check(), this, shortest, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The deadline of one slot's attempts.</summary>
    /// <param name="stopping">Ends all attempts.</param>
    public AttemptDeadline Open(CancellationToken stopping)
    {
        var made = new AttemptDeadline(this, clock, logger, stopping);
        lock (gate)
            attempts.Add(made);
        return made;
    }

    /// <summary>Sees to it that the timer rings by then.</summary>
    public void Expect(long deadline)
    {
        if (deadline >= Volatile.Read(ref checkAt))
            return;

        lock (gate)
        {
            if (deadline < checkAt)
                CheckIn(clock.GetElapsedTime(clock.GetTimestamp(), deadline));
        }
    }

    public void Dispose() => timer.Dispose();

    private void Check()
    {
        AttemptDeadline[] watched;
        lock (gate)
        {
            watched = [.. attempts];
            // Until the next check is set, each attempt that starts sees to its own.
            Volatile.Write(ref checkAt, long.MaxValue);
        }

        // An attempt writes its deadline, then reads the check's time: here the fence for both, so that attempts need none.
        Interlocked.MemoryBarrierProcessWide();
        var now = clock.GetTimestamp();
        var next = shortest;
        foreach (var attempt in watched)
        {
            if (attempt.ExpireAt(now) is { } left && left < next)
                next = left;
        }

        lock (gate)
        {
            if (clock.After(next) < checkAt)
                CheckIn(next);
        }
    }

    private void CheckIn(TimeSpan time)
    {
        Volatile.Write(ref checkAt, clock.After(time));
        timer.Change(time > TimeSpan.Zero ? time : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
