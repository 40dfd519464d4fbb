using System.Buffers;

namespace AwsBatch.Cli.Output;

/// <summary>
/// Takes records as they come and writes them, in the requests' order if so wanted: what comes early is held back, and while
/// much is held no further request is to be read. Safe for concurrent use.
/// </summary>
internal sealed class RecordSink : IDisposable
{
    private const int MostHeld = 4096;
    private const long MostBytesHeld = 64 << 20;
    private const int WriteFrom = 1 << 16;
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Stream output;
    private readonly IRecordFormat format;
    private readonly bool isOrdered;
    private readonly ITimer timer;
    private readonly ArrayBufferWriter<byte> unwritten = new(WriteFrom);
    private readonly Dictionary<long, byte[]> held = [];
    private long bytesHeld;
    private long next;
    private TaskCompletionSource? room;
    private Exception? failure;

    public RecordSink(Stream output, IRecordFormat format, bool isOrdered, TimeProvider clock)
    {
        this.output = output;
        this.format = format;
        this.isOrdered = isOrdered;
        format.Begin(unwritten);
        timer = clock.CreateTimer(static sink => ((RecordSink)sink!).FlushUnasked(), this, FlushEvery, FlushEvery);
    }

    private bool IsFull => held.Count >= MostHeld || bytesHeld >= MostBytesHeld;

    /// <param name="position">The request's place among those that are run, from 0, without gaps.</param>
    /// <param name="record">The record's JSON.</param>
    /// <exception cref="ClosedPipeException">Nobody reads any more.</exception>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Accept(long position, byte[] record)
    {
        lock (gate)
        {
            ThrowIfFailed();
            if (isOrdered && position != next)
            {
                held.Add(position, record);
                bytesHeld += record.Length;
                return;
            }

            Write(record);
            while (isOrdered && held.Remove(next, out var following))
            {
                bytesHeld -= following.Length;
                Write(following);
            }

            if (room is not null && !IsFull)
            {
                room.TrySetResult();
                room = null;
            }
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
        timer.Dispose();
        lock (gate)
        {
            ThrowIfFailed();
            foreach (var (_, record) in held.OrderBy(static entry => entry.Key))
                Write(record);
            held.Clear();
            format.End(unwritten);
            Flush();
        }
    }

    public void Dispose() => timer.Dispose();

    private void Write(byte[] record)
    {
        format.Write(unwritten, record);
        next++;
        if (unwritten.WrittenCount >= WriteFrom)
            Flush();
    }

    private void Flush()
    {
        if (unwritten.WrittenCount == 0)
            return;
        try
        {
            output.Write(unwritten.WrittenSpan);
            output.Flush();
            unwritten.ResetWrittenCount();
        }
        catch (Exception exception) when (FileFailure.Find(exception) is { } unwritable)
        {
            failure = ClosedPipeException.IsSaidBy(unwritable) ? new ClosedPipeException(unwritable) : unwritable;
            ThrowIfFailed();
        }
    }

    // On the timer's thread: what goes wrong is for whoever comes next.
    private void FlushUnasked()
    {
        if (!gate.TryEnter())
            return;
        try
        {
            if (failure is null)
                Flush();
        }
        catch (Exception exception) when (exception is IOException or ClosedPipeException)
        {
            failure = exception;
        }
        finally
        {
            gate.Exit();
        }
    }

    private void ThrowIfFailed()
    {
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}
