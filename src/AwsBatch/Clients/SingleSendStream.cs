namespace AwsBatch.Clients;

/// <summary>
/// A connection that a request is sent on once. <see cref="SocketsHttpHandler"/> sends a request without a body again,
/// up to three times, when its connection ends before the answer; it does so only for <see cref="IOException"/> and an
/// early end of the stream, so both become a <see cref="ConnectionLostException"/> here.
/// </summary>
internal sealed class SingleSendStream(Stream connection) : Stream
{
    // Whether something was sent that has no byte of an answer yet: an end of the stream then loses the request.
    private volatile bool awaitingAnswer;
    private volatile bool ended;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static void Guard(SocketsHttpHandler handler)
    {
        var inner = handler.PlaintextStreamFilter;
        handler.PlaintextStreamFilter = async (context, cancellationToken) => new SingleSendStream(
            inner is null ? context.PlaintextStream : await inner(context, cancellationToken).ConfigureAwait(false));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Received(await connection.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (IOException exception)
        {
            throw new ConnectionLostException("The connection broke while an answer was awaited", exception);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Received(connection.Read(buffer), buffer.Length);
        }
        catch (IOException exception)
        {
            throw new ConnectionLostException("The connection broke while an answer was awaited", exception);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Sending();
        try
        {
            await connection.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new ConnectionLostException("The connection broke while the request was sent", exception);
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Sending();
        try
        {
            connection.Write(buffer);
        }
        catch (IOException exception)
        {
            throw new ConnectionLostException("The connection broke while the request was sent", exception);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => connection.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            connection.Dispose();
        base.Dispose(disposing);
    }

    private void Sending()
    {
        if (ended)
            throw new ConnectionLostException("The connection had been closed before the request was sent");
        awaitingAnswer = true;
    }

    private int Received(int count, int wanted)
    {
        if (count > 0)
        {
            awaitingAnswer = false;
            return count;
        }

        if (wanted == 0)
            return 0;

        // The end of a body without a length is an end like any other; before the first byte it is a lost request.
        ended = true;
        return awaitingAnswer ? throw new ConnectionLostException("The connection was closed before an answer came") : 0;
    }
}
