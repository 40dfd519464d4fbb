using System.Numerics;

namespace AwsBatch.Telemetry;

/// <summary>
/// What every request of an operation adds to, in as many shares as processors have added anything, up to a few: processors
/// that write to one place wait for one another, which costs more than the adding.
/// </summary>
internal sealed class OperationShares
{
    // A share has 15 KB: with more processors than this, some have one in common.
    private const int Most = 8;

    private static readonly int Count = (int)Math.Min(Most, BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount));

    private readonly Share?[] shares = new Share?[Count];

    public bool IsEmpty => Array.TrueForAll(shares, static share => share is null);

    /// <summary>The share of the processor that asks.</summary>
    public Share Mine
    {
        get
        {
            ref var share = ref shares[Thread.GetCurrentProcessorId() & (Count - 1)];
            return Volatile.Read(ref share) ?? Open(ref share);
        }
    }

    /// <returns>The numbers of all shares.</returns>
    public (long Attempts, LatencySummary Latency) Summarize()
    {
        var all = new LatencyHistogram();
        var attempts = 0L;
        for (var index = 0; index < shares.Length; index++)
        {
            if (Volatile.Read(ref shares[index]) is not { } share)
                continue;
            all.Add(share.Latencies);
            attempts += share.Attempts;
        }

        return (attempts, all.Summarize());
    }

    private static Share Open(ref Share? share)
    {
        var made = new Share();
        return Interlocked.CompareExchange(ref share, made, null) ?? made;
    }

    /// <summary>What the requests of one processor have added.</summary>
    // Interlocked all the same: a thread may be moved to another processor in the middle of it.
    internal sealed class Share
    {
        private long attempts;

        public LatencyHistogram Latencies { get; } = new();

        public long Attempts => Interlocked.Read(ref attempts);

        public void Attempt() => Interlocked.Increment(ref attempts);
    }
}
