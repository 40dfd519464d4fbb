namespace AwsBatch.Execution;

/// <summary>
/// Ends attempts whose time is over: one timer for all slots of a call, set to the earliest deadline. Starting an
/// attempt sets no timer, since a new deadline never comes before those that stand.
/// </summary>
internal sealed class Deadlines : IDisposable
{
    private readonly TimeProvider clock;
    private readonly TimeSpan shortest;
    private readonly Lock gate = new();
    private readonly List<Slot> slots = [];
    private readonly ITimer timer;

    public Deadlines(RunSettings settings, TimeProvider clock)
    {
        this.clock = clock;
        shortest = settings.AttemptTimeout;
        timer = clock.CreateTimer(static deadlines => ((Deadlines)deadlines!).Check(), this, shortest, Timeout.InfiniteTimeSpan);
    }

    public void Watch(Slot slot)
    {
        lock (gate)
            slots.Add(slot);
    }

    public void Dispose() => timer.Dispose();

    private void Check()
    {
        Slot[] watched;
        lock (gate)
            watched = [.. slots];

        var now = clock.GetTimestamp();
        var next = shortest;
        foreach (var slot in watched)
        {
            if (slot.ExpireAt(now) is { } left && left < next)
                next = left;
        }

        timer.Change(next, Timeout.InfiniteTimeSpan);
    }
}
