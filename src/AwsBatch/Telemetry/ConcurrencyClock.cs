namespace AwsBatch.Telemetry;

/// <summary>How long an operation had requests in flight, and how many of them: the two sides of Little's law.</summary>
// A lock, not interlocked adds: the count and the time since it last changed must be read together.
internal sealed class ConcurrencyClock(TimeProvider clock)
{
    private readonly Lock gate = new();
    private int inFlight;
    private long changed;
    private double active;
    private double busy;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <param name="now">A timestamp of the clock, which the caller has read anyway.</param>
    public void Enter(long now) => Change(+1, now);

    /// <inheritdoc cref="Enter"/>
    public void Leave(long now) => Change(-1, now);

    /// <returns>Time with anything in flight, and the sum over all requests of their time in flight; both in seconds.</returns>
    public (double Active, double Busy) Read()
    {
        lock (gate)
        {
            Advance(clock.GetTimestamp());
            return (active / clock.TimestampFrequency, busy / clock.TimestampFrequency);
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            Advance(clock.GetTimestamp());
            active = busy = 0;
        }
    }

    private void Change(int by, long now)
    {
        lock (gate)
        {
            Advance(now);
            inFlight += by;
        }
    }

    private void Advance(long now)
    {
        // Two threads may come with their times in the wrong order.
        if (now <= changed)
            return;

        if (inFlight > 0)
        {
            active += now - changed;
            busy += (double)(now - changed) * inFlight;
        }

        changed = now;
    }
}
