using System.Threading.Channels;

namespace AwsBatch.Execution;

/// <summary>Where the fresh requests of a lane come from. Thread-safe, and without the dispatcher's lock.</summary>
internal abstract class Supply
{
    /// <summary>What <see cref="Next"/> is where there is no request now.</summary>
    public const long None = long.MaxValue;

    /// <summary>The place in the call of the request that comes next.</summary>
    public abstract long Next { get; }

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

    public override long Next
    {
        get
        {
            var turn = Volatile.Read(ref next);
            return turn >= count ? None : positions is null ? turn : positions[turn];
        }
    }

    public override bool IsExhausted => Volatile.Read(ref next) >= count;

    public override bool TryTake(ref ItemState item)
    {
        // Looked at first, so that idle workers cannot run the index over.
        var turn = IsExhausted ? count : Interlocked.Increment(ref next) - 1;
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
    public override long Next => requests.TryPeek(out var next) ? next.Index : None;

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
    // A lock of its own, held for a moment: a concurrent queue that is looked into does not use its slots again.
    private readonly Lock gate = new();
    private readonly Queue<(BatchRequest Request, int Index)> queue = new();
    private bool isEnded;

    public override long Next
    {
        get
        {
            lock (gate)
                return queue.TryPeek(out var next) ? next.Index : None;
        }
    }

    public override bool IsExhausted
    {
        get
        {
            lock (gate)
                return isEnded && queue.Count == 0;
        }
    }

    public void Add(BatchRequest request, int index)
    {
        lock (gate)
            queue.Enqueue((request, index));
    }

    public void End()
    {
        lock (gate)
            isEnded = true;
    }

    public void Clear()
    {
        lock (gate)
            queue.Clear();
    }

    public override bool TryTake(ref ItemState item)
    {
        (BatchRequest Request, int Index) next;
        lock (gate)
        {
            if (!queue.TryDequeue(out next))
                return false;
        }

        room.Release();
        ItemState.Start(out item, next.Request, next.Index);
        return true;
    }
}
