using System.Collections.Concurrent;
using Amazon.Runtime;
using AwsBatch.Admission;
using AwsBatch.Retries;
using AwsBatch.Telemetry;

namespace AwsBatch.Clients;

/// <summary>
/// One account, region or endpoint, and service: the SDK's client, which is thread-safe, and what admits to it. All calls
/// of the process share it.
/// </summary>
internal sealed class ClientPool : IDisposable
{
    private readonly ConcurrentDictionary<string, Pacer> pacers = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private int parked;
    private long unreachableSince;
    private long askedFor;

    public ClientPool(BatchTarget target, IAmazonService client, SnapshotCredentials credentials, PoolGate gate, TimeProvider clock)
    {
        Target = target;
        Client = client;
        Credentials = credentials;
        Gate = gate;
        this.clock = clock;
    }

    /// <summary>Account, region and endpoint, nothing left to inherit.</summary>
    public BatchTarget Target { get; }

    public IAmazonService Client { get; }

    public SnapshotCredentials Credentials { get; }

    public PoolGate Gate { get; }

    public RetryBudget Budget { get; } = new();

    /// <summary>How many of its requests wait for another attempt.</summary>
    public int Parked => Volatile.Read(ref parked);

    /// <summary>Shows its numbers; set once, by who makes it.</summary>
    public PoolMeter? Meter { get; set; }

    /// <summary>Notes that a call asked for it.</summary>
    /// <param name="made">How many pools had been made by then.</param>
    public void AskedFor(long made)
    {
        // Read first: all calls come by here, and few write.
        if (Volatile.Read(ref askedFor) != made)
            Volatile.Write(ref askedFor, made);
    }

    /// <summary>Whether no call has asked for it since, and nothing of an earlier one is under way.</summary>
    public bool IsUnusedSince(long made) =>
        Volatile.Read(ref askedFor) < made && Gate.InFlight == 0 && Gate.Waiting == 0 && Parked == 0;

    /// <summary>The pace of an operation: AWS throttles each by itself.</summary>
    public Pacer PacerOf(string operation) => pacers.GetOrAdd(operation, static (_, clock) => new Pacer(clock), clock);

    /// <summary>Notes whether an attempt reached the other side, whatever it answered.</summary>
    /// <param name="reached">Null: it says neither.</param>
    /// <param name="startedAt">When the attempt began.</param>
    public void Note(bool? reached, long startedAt)
    {
        if (reached == false)
            Interlocked.CompareExchange(ref unreachableSince, startedAt, 0);
        else if (reached == true && Volatile.Read(ref unreachableSince) != 0)
            Volatile.Write(ref unreachableSince, 0);
    }

    /// <summary>Whether nothing has reached the other side for so long that waiting further is of no use.</summary>
    public bool IsUnreachableFor(TimeSpan time) =>
        Volatile.Read(ref unreachableSince) is not 0 and var since && clock.GetElapsedTime(since) >= time;

    public void Park() => Interlocked.Increment(ref parked);

    public void Unpark(int count = 1) => Interlocked.Add(ref parked, -count);

    public void Dispose()
    {
        Meter?.Dispose();
        (Client as IDisposable)?.Dispose();
    }
}
