namespace AwsBatch.Telemetry;

/// <summary>How long an operation had requests in flight, and how many of them: the two sides of Little's law.</summary>
// A lock, not interlocked adds: the count and the time since it last changed must be read together. It is held for a few
// nanoseconds, twice an attempt.
internal sealed class ConcurrencyClock(TimeProvider clock)
{
    private readonly Lock gate = new();
    private int inFlight;
    private long changed;
    private double active;
    private double busy;

    public int InFlight => Volatile.Read(ref inFlight);

    public void Enter() => Change(+1);

    public void Leave() => Change(-1);

    /// <returns>Time with anything in flight, and the sum over all requests of their time in flight; both in seconds.</returns>
    public (double Active, double Busy) Read()
    {
        lock (gate)
        {
            Advance();
            return (active / clock.TimestampFrequency, busy / clock.TimestampFrequency);
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            Advance();
            active = busy = 0;
        }
    }

    private void Change(int by)
    {
        lock (gate)
        {
            Advance();
            inFlight += by;
        }
    }

    private void Advance()
    {
        var now = clock.GetTimestamp();
        if (inFlight > 0)
        {
            active += now - changed;
            busy += (double)(now - changed) * inFlight;
        }

        changed = now;
    }
}
