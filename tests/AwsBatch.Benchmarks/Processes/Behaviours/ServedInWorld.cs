using System.Diagnostics;

namespace AwsBatch.Benchmarks.Processes.Behaviours;

/// <summary>Answers as a service of that <see cref="World"/> does.</summary>
internal sealed class ServedInWorld(World world, byte[] answer) : Behaviour
{
    private readonly Lock gate = new();
    private readonly long started = Stopwatch.GetTimestamp();

    // When each server is free: the next request goes to the first that is.
    private readonly PriorityQueue<int, TimeSpan> servers = new(Enumerable.Range(0, world.Servers).Select(static server => (server, TimeSpan.Zero)));
    private int served;
    private int inFlight;
    private double tokensTaken;

    protected override byte[] Answer()
    {
        TimeSpan latency;
        lock (gate)
        {
            var now = Stopwatch.GetElapsedTime(started);
            if (world.Bucket is { } bucket && !TryTakeToken(bucket, now))
            {
                Refuse();
                return bucket.Refusal;
            }

            latency = Enter(now);
        }

        Thread.Sleep(latency);
        lock (gate)
            inFlight--;
        return answer;
    }

    private bool TryTakeToken(Bucket bucket, TimeSpan now)
    {
        // What was not taken in time is lost: a bucket holds no more than its capacity.
        var filled = now.TotalSeconds * bucket.PerSecond;
        tokensTaken = Math.Max(tokensTaken, filled);
        if (tokensTaken + 1 > filled + bucket.Capacity)
            return false;
        tokensTaken++;
        return true;
    }

    /// <returns>How long the request takes, in line and served.</returns>
    private TimeSpan Enter(TimeSpan now)
    {
        inFlight++;
        served++;
        while (world.Drop is { } drop && served > drop.AfterRequests && servers.Count > drop.Servers)
            servers.Dequeue();

        var inLine = Math.Max(0, inFlight - servers.Count);
        var service = TimeSpan.FromMilliseconds(world.ServiceMilliseconds) * (1 + (world.Contention * inLine / servers.Count));
        servers.TryPeek(out var server, out var free);
        var end = (free > now ? free : now) + service;
        servers.DequeueEnqueue(server, end);
        return end - now;
    }
}
