namespace AwsBatch.Retries;

/// <summary>
/// A pool's budget for retries of transients, so that a failing service is not asked three times as often as a healthy
/// one. Throttles cost nothing: the limiter and the pacer answer those, and a long batch must not fail for them.
/// </summary>
internal sealed class RetryBudget
{
    /// <summary>AWS's retry behaviour 2.1: the tokens of a fresh bucket.</summary>
    public const int DefaultCapacity = 500;

    /// <summary>AWS's retry behaviour 2.1: what a retry costs, given back when it succeeds.</summary>
    public const int RetryCost = 14;

    /// <summary>AWS's retry behaviour 2.1: what a success without a retry gives.</summary>
    public const int FirstTryGain = 1;

    private readonly int capacity;
    private int tokens;

    /// <param name="capacity">The tokens at the start, and the most there can be.</param>
    public RetryBudget(int capacity = DefaultCapacity) => this.capacity = tokens = capacity;

    public int Tokens => Volatile.Read(ref tokens);

    /// <summary>Takes the cost of one retry.</summary>
    /// <returns>False, and nothing taken, if there is too little left.</returns>
    public bool TrySpend()
    {
        for (var seen = Tokens; seen >= RetryCost;)
        {
            var found = Interlocked.CompareExchange(ref tokens, seen - RetryCost, seen);
            if (found == seen)
                return true;
            seen = found;
        }

        return false;
    }

    /// <summary>Says that a retry has succeeded.</summary>
    public void Refund() => Add(RetryCost);

    /// <summary>Says that a first attempt has succeeded.</summary>
    public void Gain() => Add(FirstTryGain);

    // A full bucket, the common case, is only read.
    private void Add(int amount)
    {
        for (var seen = Tokens; seen < capacity;)
        {
            var found = Interlocked.CompareExchange(ref tokens, Math.Min(seen + amount, capacity), seen);
            if (found == seen)
                return;
            seen = found;
        }
    }
}
