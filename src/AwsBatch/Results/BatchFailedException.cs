namespace AwsBatch;

/// <summary>Ends a fail-fast call at its first failure, after what was in flight has been cancelled and has ended.</summary>
public sealed class BatchFailedException : Exception
{
    internal BatchFailedException(BatchItem item, IReadOnlyList<BatchItem> completed)
        : base($"Batch failed: {item.Error}", item.Error!.Exception)
    {
        Item = item;
        Completed = completed;
    }

    /// <summary>The item whose failure ended the call.</summary>
    public BatchItem Item { get; }

    /// <summary>
    /// The items that had finished, in the requests' order, the failed one among them. Of a stream: those it had not handed out yet.
    /// </summary>
    public IReadOnlyList<BatchItem> Completed { get; }
}
