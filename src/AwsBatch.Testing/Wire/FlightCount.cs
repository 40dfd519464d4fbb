namespace AwsBatch.Testing.Wire;

/// <summary>Requests in all, in flight, at the peak and by outcome. Guarded by the lock of <see cref="WireCounters"/>.</summary>
internal sealed class FlightCount
{
    private long refused;
    private long throttled;
    private long reset;

    public long Requests { get; private set; }

    public int InFlight { get; private set; }

    public int Peak { get; private set; }

    public void Enter()
    {
        Requests++;
        InFlight++;
        Peak = Math.Max(Peak, InFlight);
    }

    public void Leave(FlightOutcome outcome)
    {
        InFlight--;
        if (outcome == FlightOutcome.Reset)
            reset++;
        if (outcome is FlightOutcome.Refused or FlightOutcome.Throttled)
            refused++;
        if (outcome == FlightOutcome.Throttled)
            throttled++;
    }

    public void Reset()
    {
        Requests = refused = throttled = reset = 0;
        Peak = InFlight;
    }

    public OperationCount ToOperationCount() =>
        new(Requests, InFlight, Peak) { Refused = refused, Throttled = throttled, Reset = reset };
}
