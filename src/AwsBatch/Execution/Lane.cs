using AwsBatch.Admission;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;
using AwsBatch.Telemetry;

namespace AwsBatch.Execution;

/// <summary>
/// The requests of a call that share a throttle: those of one operation in one pool. Unless said otherwise its members
/// belong to the dispatcher's lock.
/// </summary>
internal sealed class Lane(PoolGroup group, BatchOperation operation, Pacer pacer, OperationMeter meter, Supply supply)
{
    // Items whose wait is over, and what their requests continue with: served before fresh requests.
    private readonly Queue<WaitingItem> ready = new();

    public PoolGroup Group => group;

    public BatchOperation Operation => operation;

    public Pacer Pacer => pacer;

    public OperationMeter Meter => meter;

    public RetryRules RetryRules { get; } = RetryRules.For(operation.Service.Name);

    /// <summary>How many workers serve it.</summary>
    public int Running { get; private set; }

    /// <summary>When its pacer allows the next attempt, in ticks of the clock's timestamp; 0 if it does not wait for it.</summary>
    public long NotBefore { get; set; }

    /// <summary>When the first of those that wait here may wait no longer; perhaps too early, never too late.</summary>
    public long NextExpiry { get; private set; } = long.MaxValue;

    public bool HasReady => ready.Count > 0;

    /// <summary>The place in the call of the request it would send next; <see cref="Supply.None"/> if it has none to send now.</summary>
    public long Next => ready.TryPeek(out var waiting) ? waiting.Item.Index : group.MayTakeFresh ? supply.Next : Supply.None;

    public bool IsExhausted => supply.IsExhausted;

    public void Enter()
    {
        NotBefore = 0;
        Running++;
        group.Running++;
    }

    public void Leave()
    {
        Running--;
        group.Running--;
    }

    public void MakeReady(WaitingItem item)
    {
        ready.Enqueue(item);
        NextExpiry = Math.Min(NextExpiry, item.ExpiresAt);
    }

    public bool TryTake(ref ItemState item, out bool wasWaiting)
    {
        wasWaiting = ready.TryDequeue(out var waiting);
        if (!wasWaiting)
            return supply.TryTake(ref item);

        item = waiting!.Item;
        return true;
    }

    /// <summary>Takes a fresh request without the lock; only where nothing waits.</summary>
    public bool TryTakeFresh(ref ItemState item) => supply.TryTake(ref item);

    /// <summary>Takes out the items that may wait no longer.</summary>
    public void TakeExpired(long now, Queue<WaitingItem> expired)
    {
        if (NextExpiry > now)
            return;

        NextExpiry = long.MaxValue;
        for (var left = ready.Count; left > 0; left--)
        {
            var item = ready.Dequeue();
            if (item.ExpiresAt <= now)
                expired.Enqueue(item);
            else
                MakeReady(item);
        }
    }

    public IReadOnlyList<WaitingItem> Clear()
    {
        WaitingItem[] items = [.. ready];
        ready.Clear();
        return items;
    }
}
