namespace AwsBatch.Cli.Output;

/// <summary>
/// Takes records as they come and writes them, in the requests' order if so wanted: what comes early is held back, and while
/// much is held no further request is to be read. Safe for concurrent use.
/// </summary>
internal sealed class RecordSink(Stream output, IRecordFormat format, bool isOrdered, TimeProvider clock) : IDisposable
{
    private const int MostHeld = 4096;
    private const long MostBytesHeld = 64 << 20;

    private readonly Lock gate = new();
    private readonly RecordStream stream = new(output, format, clock);
    private readonly Dictionary<long, byte[]> held = [];
    private long bytesHeld;
    private long next;
    private TaskCompletionSource? room;

    private bool IsFull => held.Count >= MostHeld || bytesHeld >= MostBytesHeld;

    /// <param name="position">The request's place among those that are run, from 0, without gaps.</param>
    /// <param name="record">The record's JSON.</param>
    /// <exception cref="ClosedPipeException">Nobody reads any more.</exception>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Accept(long position, byte[] record)
    {
        if (!isOrdered)
        {
            stream.Write(record);
            return;
        }

        lock (gate)
        {
            if (position == next)
                WriteFrom(record);
            else
                Hold(position, record);
        }
    }

    /// <summary>Waits until less is held back.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!IsFull)
                return Task.CompletedTask;
            room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return room.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is held back, in its order though requests between have no record, and the end.</summary>
    /// <exception cref="ClosedPipeException">Nobody reads any more.</exception>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Complete()
    {
        lock (gate)
        {
            foreach (var (_, record) in held.OrderBy(static entry => entry.Key))
                stream.Write(record);
            held.Clear();
            stream.Complete();
        }
    }

    public void Dispose() => stream.Dispose();

    private void Hold(long position, byte[] record)
    {
        stream.ThrowIfFailed();
        held.Add(position, record);
        bytesHeld += record.Length;
    }

    // The record whose turn it is, and those held back that follow it.
    private void WriteFrom(byte[] record)
    {
        do
        {
            stream.Write(record);
            next++;
        }
        while (TryTake(next, out record!));

        if (room is not null && !IsFull)
        {
            room.TrySetResult();
            room = null;
        }
    }

    private bool TryTake(long position, out byte[]? record)
    {
        if (!held.Remove(position, out record))
            return false;
        bytesHeld -= record.Length;
        return true;
    }
}
