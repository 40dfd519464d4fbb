namespace AwsBatch.Benchmarks.Processes.Behaviours;

/// <summary>How the endpoint deals with requests. Thread-safe: each connection asks on a thread of its own.</summary>
internal abstract class Behaviour
{
    private long requests;
    private long refused;

    public long Requests => Volatile.Read(ref requests);

    /// <summary>How many of them were throttled.</summary>
    public long Refused => Volatile.Read(ref refused);

    /// <summary>Takes the time that a request takes.</summary>
    /// <returns>What it is answered with.</returns>
    public byte[] Serve()
    {
        Interlocked.Increment(ref requests);
        return Answer();
    }

    protected abstract byte[] Answer();

    protected void Refuse() => Interlocked.Increment(ref refused);
}
