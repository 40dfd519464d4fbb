namespace AwsBatch.Execution;

/// <summary>
/// Counts of one slot. Only its worker writes; a progress report may read an instant too early, a summary reads after the end.
/// </summary>
internal sealed class Tally
{
    public int Completed { get; private set; }

    public int Failed { get; private set; }

    public int Deduplicated { get; private set; }

    public long Attempts { get; private set; }

    public long Throttles { get; private set; }

    public TimeSpan Busy { get; private set; }

    /// <summary>Whether a request of this slot is on its way.</summary>
    public bool InFlight { get; set; }

    public void Attempt(TimeSpan latency, BatchError? error = null)
    {
        Busy += latency;
        Attempts += error is { WasSent: false } ? 0 : 1;
        Throttles += error is { Kind: BatchErrorKind.Throttled } ? 1 : 0;
    }

    public void Item(BatchItem item)
    {
        Completed++;
        Failed += item.IsSuccess ? 0 : 1;
        Deduplicated += item.Deduplicated ? 1 : 0;
    }
}
