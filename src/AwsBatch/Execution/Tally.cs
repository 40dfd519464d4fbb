namespace AwsBatch.Execution;

/// <summary>
/// Counts of one slot. Only its worker writes; a progress report may read an instant too early, a summary reads after the end.
/// </summary>
internal sealed class Tally
{
    public int Completed { get; private set; }

    public int Failed { get; private set; }

    public long Attempts { get; private set; }

    public long Throttles { get; private set; }

    public TimeSpan Busy { get; private set; }

    /// <summary>Whether a request of this slot is on its way.</summary>
    public bool InFlight { get; set; }

    public void Count(BatchItem item)
    {
        Completed++;
        Attempts += item.Attempts;
        Busy += item.Duration;
        if (item.Error is { } error)
        {
            Failed++;
            if (error.Kind == BatchErrorKind.Throttled)
                Throttles++;
        }
    }
}
