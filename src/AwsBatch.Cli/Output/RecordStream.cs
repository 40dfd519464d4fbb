using System.Buffers;
using System.Runtime.ExceptionServices;

namespace AwsBatch.Cli.Output;

/// <summary>
/// The output, to which records go many at once, but none later than a moment after it came. Once it cannot be written, whoever
/// writes next hears of it. Safe for concurrent use.
/// </summary>
internal sealed class RecordStream : IDisposable
{
    private const int FlushFrom = 1 << 16;
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Stream output;
    private readonly IRecordFormat format;
    private readonly ITimer timer;
    private readonly ArrayBufferWriter<byte> unwritten = new(FlushFrom);
    private volatile Exception? failure;

    public RecordStream(Stream output, IRecordFormat format, TimeProvider clock)
    {
        this.output = output;
        this.format = format;
        format.Begin(unwritten);
        timer = clock.CreateTimer(static stream => ((RecordStream)stream!).FlushUnasked(), this, FlushEvery, FlushEvery);
    }

    /// <exception cref="ClosedPipeException">Nobody reads any more.</exception>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void ThrowIfFailed()
    {
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    /// <inheritdoc cref="ThrowIfFailed"/>
    public void Write(byte[] record)
    {
        lock (gate)
        {
            ThrowIfFailed();
            format.Write(unwritten, record);
            if (unwritten.WrittenCount < FlushFrom)
                return;
            Flush();
            ThrowIfFailed();
        }
    }

    /// <summary>Writes the end, after which nothing comes.</summary>
    /// <inheritdoc cref="ThrowIfFailed"/>
    public void Complete()
    {
        timer.Dispose();
        lock (gate)
        {
            ThrowIfFailed();
            format.End(unwritten);
            Flush();
            ThrowIfFailed();
        }
    }

    public void Dispose() => timer.Dispose();

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
        }
    }

    // On the timer's thread. Where somebody writes just now, the next tick will do.
    private void FlushUnasked()
    {
        if (!gate.TryEnter())
            return;
        try
        {
            if (failure is null)
                Flush();
        }
        finally
        {
            gate.Exit();
        }
    }
}
