namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>What decides how much a process has in flight, and when it sends.</summary>
internal interface IController
{
    /// <summary>How many attempts may be in flight; a fraction counts once it has grown to a whole.</summary>
    double Limit { get; }

    /// <summary>How often it wants to be woken, whatever else happens; null for never.</summary>
    TimeSpan? Tick => null;

    void Ticked(double now)
    {
    }

    void Answered(in Answer answer);

    /// <summary>Takes leave to send one attempt, if there is any but the limit's.</summary>
    bool TrySend(long now, bool isRetry, out long availableAt)
    {
        availableAt = now;
        return true;
    }
}
