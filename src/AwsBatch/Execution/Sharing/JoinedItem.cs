using System.Globalization;
using AwsBatch.Deduplication;

namespace AwsBatch.Execution;

/// <summary>An item that waits for the answer to an equal one: it holds no slot, no permit and no task.</summary>
internal sealed class JoinedItem : FlightWaiter<FlightKey<OperationRequest>, BatchItem, BatchItem>
{
    private readonly Dispatcher dispatcher;
    private readonly AnswerSharing sharing;
    private OperationRequest request;
    private ItemState item;

    public JoinedItem(Dispatcher dispatcher, AnswerSharing sharing)
    {
        this.dispatcher = dispatcher;
        this.sharing = sharing;
        Place = new LinkedListNode<JoinedItem>(this);
    }

    /// <summary>Its place among the call's items that wait so. Belongs to the dispatcher's lock, as does what follows.</summary>
    public LinkedListNode<JoinedItem> Place { get; }

    public Lane Lane { get; private set; } = null!;

    /// <summary>When its total time is over.</summary>
    public long ExpiresAt { get; set; }

    /// <summary>What came before the dispatcher knew of it.</summary>
    public WaitingItem? Early { get; set; }

    /// <summary>Whether its call went on without it; what comes now is passed on.</summary>
    public bool IsLeft { get; set; }

    public void Board(Lane lane, in ItemState state, OperationRequest shared)
    {
        Lane = lane;
        item = state;
        request = shared;
    }

    public override void Answered(BatchItem value) => dispatcher.Settled(this, Ended(value.SharedWith(request.Request, item.Index)));

    public override void Failed(BatchItem failure) => dispatcher.Settled(this, Ended(failure.SharedWith(request.Request, item.Index)));

    public override void Lead(Flight<FlightKey<OperationRequest>, BatchItem, BatchItem> flight)
    {
        var leading = item with { Lead = flight };
        if (!dispatcher.Settled(this, new WaitingItem(Lane, leading, long.MaxValue, outcome: null)))
            sharing.Abandon(leading);
    }

    /// <summary>The item as it ends when it has waited too long.</summary>
    public WaitingItem Expired(TimeSpan totalTimeout)
    {
        sharing.Leave(this);
        var operation = request.Operation;
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{operation.Service.Name}:{operation.Name} waited for the answer to an equal request, which did not come within "
            + $"{nameof(BatchOptions.TotalTimeout)} ({totalTimeout.TotalSeconds:0.#######} s)");
        return Ended(operation.Refuse(request.Request, item.Index, Lane.Group.Pool.Target, new TimeoutException(message)));
    }

    public void Leave() => sharing.Leave(this);

    private WaitingItem Ended(BatchItem outcome) => new(Lane, item, ExpiresAt, outcome);
}
