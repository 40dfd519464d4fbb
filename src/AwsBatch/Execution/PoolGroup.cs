using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>The requests of a batch that go to one pool, handed out in their order through a shared index.</summary>
/// <param name="pool">Where they go.</param>
/// <param name="positions">Their places in the batch; null if they are the whole batch.</param>
/// <param name="count">How many they are.</param>
internal sealed class PoolGroup(ClientPool pool, int[]? positions, int count)
{
    private int next;
    private int inFlight;

    public ClientPool Pool => pool;

    public int InFlight => Volatile.Read(ref inFlight);

    public int Taken => Volatile.Read(ref next);

    public bool IsExhausted => Taken >= count;

    public bool TryTake(out int position)
    {
        // Looked at first, so that idle workers cannot run the index over.
        var turn = IsExhausted ? count : Interlocked.Increment(ref next) - 1;
        if (turn >= count)
        {
            position = -1;
            return false;
        }

        position = positions is null ? turn : positions[turn];
        return true;
    }

    public void Enter() => Interlocked.Increment(ref inFlight);

    public void Leave() => Interlocked.Decrement(ref inFlight);
}
