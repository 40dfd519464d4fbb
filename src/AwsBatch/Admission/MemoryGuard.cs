namespace AwsBatch.Admission;

/// <summary>
/// Tells when memory is short: the heap over <see cref="AwsBatchOptions.MemoryLimit"/>, or, without one, the machine
/// or container over the load at which the garbage collector itself takes fright.
/// </summary>
internal sealed class MemoryGuard(long? limit, TimeProvider clock, Func<MemoryReading>? read = null)
{
    /// <summary>How long a reading holds. The collector updates its own figures no oftener than it runs.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Func<MemoryReading> read = read ?? MemoryReading.Now;
    private readonly long interval = (long)(Interval.TotalSeconds * clock.TimestampFrequency);
    private long readAt = long.MinValue;
    private volatile bool isShort;

    /// <summary>Whether dispatch should pause.</summary>
    /// <param name="now">A timestamp of the clock, which the caller has read anyway.</param>
    public bool IsShort(long now)
    {
        var last = Volatile.Read(ref readAt);
        if ((last == long.MinValue || now - last >= interval) && Interlocked.CompareExchange(ref readAt, now, last) == last)
            isShort = Judge(read());
        return isShort;
    }

    private bool Judge(MemoryReading reading)
    {
        if (limit is not { } most)
            return reading.Load > reading.HighLoad;
        if (reading.Heap <= most)
            return false;

        // The heap's size tells garbage from what is in use only after a collection, and a paused process causes none.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Optimized, blocking: false);
        return true;
    }
}

/// <summary>Memory in bytes.</summary>
/// <param name="Heap">The managed heap, garbage included.</param>
/// <param name="Load">What the machine or container uses.</param>
/// <param name="HighLoad">Where the garbage collector calls that load high.</param>
internal readonly record struct MemoryReading(long Heap, long Load, long HighLoad)
{
    public static MemoryReading Now()
    {
        var collector = GC.GetGCMemoryInfo();
        return new(GC.GetTotalMemory(forceFullCollection: false), collector.MemoryLoadBytes, collector.HighMemoryLoadThresholdBytes);
    }
}
