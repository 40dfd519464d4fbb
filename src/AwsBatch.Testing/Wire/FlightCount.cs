namespace AwsBatch.Testing.Wire;

/// <summary>Requests in all, in flight and at the peak. Guarded by the lock of <see cref="WireCounters"/>.</summary>
internal sealed class FlightCount
{
    public long Requests { get; private set; }

    public int InFlight { get; private set; }

    public int Peak { get; private set; }

    public void Enter()
    {
        Requests++;
        InFlight++;
        Peak = Math.Max(Peak, InFlight);
    }

    public void Leave() => InFlight--;

    public void Reset()
    {
        Requests = 0;
        Peak = InFlight;
    }

    public OperationCount ToOperationCount() => new(Requests, InFlight, Peak);
}
