namespace AwsBatch.Deduplication;

/// <summary>An answer and how long it is good for.</summary>
internal sealed class RememberedAnswer<TKey, TValue> : KeyedNode<TKey, RememberedAnswer<TKey, TValue>>
{
    private readonly TimeSpan window;
    private readonly double jitter;

    /// <param name="key">The key, which nobody changes.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="value">The answer.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="completed">When it came, as a timestamp.</param>
    /// <param name="window">For how long it is kept.</param>
    /// <param name="jitter">What every window is multiplied with for this answer.</param>
    public RememberedAnswer(TKey key, int hash, TValue value, long bytes, long completed, TimeSpan window, double jitter)
        : base(key, hash)
    {
        this.window = window;
        this.jitter = jitter;
        Value = value;
        Bytes = bytes;
        Completed = completed;
        Node = new(this);
    }

    public TValue Value { get; }

    public long Bytes { get; }

    public long Completed { get; }

    /// <summary>Its place in the order of completion.</summary>
    public LinkedListNode<RememberedAnswer<TKey, TValue>> Node { get; }

    public TimeSpan Lifetime => window * jitter;

    /// <summary>How old it may be for one who takes no older answer than this.</summary>
    public TimeSpan LifetimeWithin(TimeSpan limit) => (limit < window ? limit : window) * jitter;
}
