using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AwsBatch.Execution;

/// <summary>Where the fresh requests of a lane come from. Thread-safe, without a lock.</summary>
internal abstract class Supply
{
    /// <summary>Whether there is a request now.</summary>
    public abstract bool HasNext { get; }

    /// <summary>Whether none will come any more.</summary>
    public abstract bool IsExhausted { get; }

    public abstract bool TryTake(ref ItemState item);
}

/// <summary>Requests of a batch, handed out in their order through a shared index.</summary>
/// <param name="work">The batch.</param>
/// <param name="positions">Their places in it; null if they are the whole batch.</param>
/// <param name="count">How many they are.</param>
internal sealed class BatchSupply(BatchWork work, int[]? positions, int count) : Supply
{
    private int next;

    public override bool HasNext => Volatile.Read(ref next) < count;

    public override bool IsExhausted => !HasNext;

    public override bool TryTake(ref ItemState item)
    {
        // Looked at first, so that idle workers cannot run the index over.
        var turn = HasNext ? Interlocked.Increment(ref next) - 1 : count;
        if (turn >= count)
            return false;

        work.Load(positions is null ? turn : positions[turn], ref item);
        return true;
    }
}

/// <summary>Requests of a stream, as its source gives them.</summary>
internal sealed class StreamSupply<TRequest>(ChannelReader<(TRequest Request, int Index)> requests) : Supply
    where TRequest : class
{
    public override bool HasNext => requests.TryPeek(out _);

    public override bool IsExhausted => requests.Completion.IsCompleted;

    public override bool TryTake(ref ItemState item)
    {
        if (!requests.TryRead(out var next))
            return false;

        ItemState.Start(out item, next.Request, next.Index);
        return true;
    }
}

/// <summary>Requests of a mixed stream for one of its lanes.</summary>
/// <param name="room">What may be queued over all lanes: each request that is taken makes room for another.</param>
internal sealed class QueuedSupply(SemaphoreSlim room) : Supply
{
    private readonly ConcurrentQueue<(BatchRequest Request, int Index)> queue = new();
    private volatile bool isEnded;

    public override bool HasNext => !queue.IsEmpty;

    public override bool IsExhausted => isEnded && queue.IsEmpty;

    public void Add(BatchRequest request, int index) => queue.Enqueue((request, index));

    public void End() => isEnded = true;

    public void Clear() => queue.Clear();

    public override bool TryTake(ref ItemState item)
    {
        if (!queue.TryDequeue(out var next))
            return false;

        room.Release();
        ItemState.Start(out item, next.Request, next.Index);
        return true;
    }
}
