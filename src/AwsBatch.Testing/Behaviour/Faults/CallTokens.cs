namespace AwsBatch.Testing.Behaviour.Faults;

/// <summary>The tokens that one call takes from the buckets it passes: all of them, or none where one bucket is empty.</summary>
internal sealed class CallTokens(TimeProvider time)
{
    private readonly List<TokenBucket> taken = [];

    public bool TryTake(TokenBucket bucket)
    {
        if (bucket.TryTake(time))
        {
            taken.Add(bucket);
            return true;
        }
        foreach (var passed in taken)
            passed.Return();
        taken.Clear();
        return false;
    }
}
