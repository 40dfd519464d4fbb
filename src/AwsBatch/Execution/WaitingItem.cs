namespace AwsBatch.Execution;

/// <summary>An item between two attempts, or before its end: it holds no slot and no permit.</summary>
/// <param name="lane">Where it goes on.</param>
/// <param name="item">The item itself.</param>
/// <param name="expiresAt">When its total time is over, in ticks of the clock's timestamp.</param>
/// <param name="outcome">What it ends in if no attempt follows.</param>
internal sealed class WaitingItem(Lane lane, in ItemState item, long expiresAt, BatchItem? outcome)
{
    public Lane Lane => lane;

    public ItemState Item { get; } = item;

    public long ExpiresAt => expiresAt;

    public BatchItem? Outcome => outcome;
}
