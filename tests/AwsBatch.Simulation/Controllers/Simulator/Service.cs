namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>The called service: a token bucket, then servers with one queue.</summary>
internal sealed class Service(World world, Random random)
{
    private readonly Queue<Item> queue = new();

    // The parameters of a lognormal with the wanted mean and variation.
    private readonly double sigma = Math.Sqrt(Math.Log(1 + (world.Variation * world.Variation)));
    private readonly double mu = Math.Log(world.ServiceTime) - (Math.Log(1 + (world.Variation * world.Variation)) / 2);
    private int servers = world.Servers;
    private int busy;
    private double tokens = world.Bucket?.Capacity ?? 0;
    private double filledAt;

    public bool TryAdmit(double now)
    {
        if (world.Bucket is not { } bucket)
            return true;
        tokens = Math.Min(bucket.Capacity, tokens + ((now - filledAt) * bucket.RefillPerSecond));
        filledAt = now;
        if (tokens < 1)
            return false;
        tokens--;
        return true;
    }

    /// <returns>The attempt to serve now, if there is a server for one.</returns>
    public Item? Arrive(Item item)
    {
        queue.Enqueue(item);
        return Next();
    }

    /// <returns>The attempt to serve in place of the one that left.</returns>
    public Item? Leave()
    {
        busy--;
        return Next();
    }

    /// <returns>The next attempt for which there is a server now.</returns>
    public Item? Next()
    {
        if (busy >= servers || queue.Count == 0)
            return null;
        busy++;
        return queue.Dequeue();
    }

    public void Resize(int count) => servers = count;

    /// <summary>How long serving takes this time, in seconds.</summary>
    public double ServiceTime()
    {
        // Box and Muller.
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Math.Exp(mu + (sigma * normal));
    }
}
