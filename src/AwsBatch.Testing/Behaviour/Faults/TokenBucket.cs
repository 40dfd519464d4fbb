namespace AwsBatch.Testing.Behaviour.Faults;

/// <summary>Tokens that are taken one by one and come back at a steady rate, up to the bucket's size.</summary>
internal sealed class TokenBucket(double perSecond, double burst)
{
    private readonly Lock gate = new();
    private double taken;
    private long? refilled;

    /// <summary>Puts a token back that nothing was done with.</summary>
    public void Return()
    {
        lock (gate)
            taken = Math.Max(0, taken - 1);
    }

    public bool TryTake(TimeProvider time)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (refilled is { } last)
                taken = Math.Max(0, taken - (time.GetElapsedTime(last, now).TotalSeconds * perSecond));
            refilled = now;
            if (taken > burst - 1)
                return false;
            taken++;
            return true;
        }
    }
}
