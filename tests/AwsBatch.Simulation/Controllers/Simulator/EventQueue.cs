namespace AwsBatch.Simulation.Controllers.Simulator;

internal enum EventKind
{
    Arrive,
    Serve,
    Succeed,
    Throttle,
    Wake,
    Tick,
    Resize,
    Observe,
}

/// <summary>Something that happens.</summary>
/// <param name="Kind">What.</param>
/// <param name="Item">To which attempt, or at least to which process.</param>
/// <param name="Servers">How many servers there are from then on.</param>
internal readonly record struct Event(EventKind Kind, Item Item = default, int Servers = 0);

/// <summary>What is going to happen; of what happens at the same time, the one put in first.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<Event, (long At, long Order)> queue = new(Earlier.Instance);

    /// <summary>How many were ever put in.</summary>
    public long Total { get; private set; }

    public void Add(long at, Event what) => queue.Enqueue(what, (at, Total++));

    public bool TryNext(out Event what, out long at)
    {
        var any = queue.TryDequeue(out what, out var priority);
        at = priority.At;
        return any;
    }

    private sealed class Earlier : IComparer<(long At, long Order)>
    {
        public static readonly Earlier Instance = new();

        public int Compare((long At, long Order) x, (long At, long Order) y) =>
            x.At != y.At ? (x.At < y.At ? -1 : 1) : x.Order.CompareTo(y.Order);
    }
}
