using AwsBatch.Testing.Wire;

namespace AwsBatch.Testing;

/// <summary>
/// Counts what goes over the wire, independently of any client: requests, connections, TLS handshakes and concurrency. A request is in flight
/// from the moment its headers are read until the last bytes of its answer are handed to the network, programmed latency included.
/// Thread-safe.
/// </summary>
public sealed class WireCounters
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, FlightCount> operations = new(StringComparer.Ordinal);
    private readonly FlightCount total = new();
    private long connections;
    private int openConnections;
    private long handshakes;

    internal WireCounters()
    {
    }

    /// <summary>Requests received, the refused ones included.</summary>
    public long Requests => Read(() => total.Requests);

    /// <summary>TCP connections opened.</summary>
    public long Connections => Read(() => connections);

    /// <summary>TCP connections open now.</summary>
    public int OpenConnections => Read(() => openConnections);

    /// <summary>TLS handshakes completed; 0 over plain HTTP.</summary>
    public long Handshakes => Read(() => handshakes);

    /// <summary>Requests being answered now.</summary>
    public int InFlight => Read(() => total.InFlight);

    /// <summary>The highest number of requests that were in flight together.</summary>
    public int PeakInFlight => Read(() => total.Peak);

    /// <summary>The counts of one operation, such as <c>s3:HeadObject</c>; zeros if it was never called.</summary>
    public OperationCount this[string operation]
    {
        get
        {
            lock (gate)
                return operations.TryGetValue(operation, out var count) ? count.ToOperationCount() : default;
        }
    }

    /// <summary>All counters at one instant.</summary>
    public WireSnapshot Snapshot()
    {
        lock (gate)
        {
            var perOperation = operations.ToDictionary(pair => pair.Key, pair => pair.Value.ToOperationCount(), StringComparer.Ordinal);
            return new(total.Requests, connections, openConnections, handshakes, total.InFlight, total.Peak, perOperation);
        }
    }

    /// <summary>Starts counting anew. What is open or in flight stays so, and the peaks restart from there.</summary>
    public void Reset()
    {
        lock (gate)
        {
            connections = handshakes = 0;
            total.Reset();
            foreach (var count in operations.Values)
                count.Reset();
        }
    }

    internal void ConnectionOpened()
    {
        lock (gate)
        {
            connections++;
            openConnections++;
        }
    }

    internal void ConnectionClosed()
    {
        lock (gate)
            openConnections--;
    }

    internal void HandshakeCompleted()
    {
        lock (gate)
            handshakes++;
    }

    internal Flight Enter()
    {
        lock (gate)
            total.Enter();
        return new Flight(this);
    }

    internal FlightCount Enter(string operation)
    {
        lock (gate)
        {
            if (!operations.TryGetValue(operation, out var count))
                operations.Add(operation, count = new FlightCount());
            count.Enter();
            return count;
        }
    }

    internal void Leave(FlightCount? operation, FlightOutcome outcome)
    {
        lock (gate)
        {
            total.Leave(outcome);
            operation?.Leave(outcome);
        }
    }

    private T Read<T>(Func<T> counter)
    {
        lock (gate)
            return counter();
    }
}
