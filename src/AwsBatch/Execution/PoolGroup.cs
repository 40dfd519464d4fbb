using AwsBatch.Admission;
using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>What a call has with one pool. Its counts belong to the dispatcher's lock.</summary>
internal sealed class PoolGroup : IGateWaiter
{
    // Items that wait are bounded: with those in flight at most so many limits, but never fewer than this.
    private const int LimitsHeld = 4;
    private const int LeastHeld = 64;

    private readonly Dispatcher dispatcher;
    private bool hasGrant;

    public PoolGroup(ClientPool pool, Dispatcher dispatcher)
    {
        Pool = pool;
        this.dispatcher = dispatcher;
        Place = new LinkedListNode<IGateWaiter>(this);
    }

    public ClientPool Pool { get; }

    public LinkedListNode<IGateWaiter> Place { get; }

    public object? Within => dispatcher.Within;

    /// <summary>How many workers hold a permit of the pool.</summary>
    public int Running { get; set; }

    /// <summary>The call's turn in which a worker was last given to it.</summary>
    public long ServedAt { get; set; }

    /// <summary>How many items wait for another attempt.</summary>
    public int Parked { get; private set; }

    /// <summary>How many items wait for the answer to an equal one.</summary>
    public int Joined { get; set; }

    /// <summary>Whether it waits in the gate's line, so that trying again is of no use.</summary>
    public bool IsInLine { get; set; }

    public bool MayTakeFresh =>
        Parked + Joined == 0 || Running + Parked + Joined < Math.Max((long)LimitsHeld * Pool.Gate.Limit, LeastHeld);

    public bool MayKeep => Pool.Gate.MayKeep(this);

    /// <summary>Uses the permit that was granted, or takes one, or a place in line.</summary>
    public bool TryEnter()
    {
        if (hasGrant)
        {
            hasGrant = false;
            return true;
        }

        IsInLine = !Pool.Gate.TryEnter(this);
        return !IsInLine;
    }

    public void Park()
    {
        Parked++;
        Pool.Park();
    }

    public void Unpark()
    {
        Parked--;
        Pool.Unpark();
    }

    public void TakeGrant()
    {
        IsInLine = false;
        hasGrant = true;
    }

    /// <summary>Gives back a grant that was not used.</summary>
    /// <returns>Who has it now.</returns>
    public IGateWaiter? ReturnGrant()
    {
        if (!hasGrant)
            return null;

        hasGrant = false;
        return Pool.Gate.Leave(this);
    }

    public void Withdraw()
    {
        Pool.Unpark(Parked);
        Parked = Joined = 0;
        Pool.Gate.Withdraw(this);
        IsInLine = false;
    }

    IGateWaiter? IGateWaiter.Granted() => dispatcher.Granted(this);
}
