namespace AwsBatch.Testing.Wire;

/// <summary>One request's time in flight.</summary>
internal sealed class Flight(WireCounters counters) : IDisposable
{
    private FlightCount? operation;
    private bool landed;

    /// <summary>As what it is counted when it lands.</summary>
    public FlightOutcome Outcome { get; set; }

    /// <summary>Counts the request under its operation too, once that is known.</summary>
    public void Identify(string name) => operation = counters.Enter(name);

    /// <summary>Ends the flight; later calls change nothing.</summary>
    public void Dispose()
    {
        if (landed)
            return;
        landed = true;
        counters.Leave(operation, Outcome);
    }
}
