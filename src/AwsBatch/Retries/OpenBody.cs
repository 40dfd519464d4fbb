namespace AwsBatch.Retries;

/// <summary>A request's stream that an attempt cannot close; it notes what the attempt has done.</summary>
internal sealed class OpenBody(Stream body) : Stream
{
    public bool WasRead { get; private set; }

    public bool WasClosed { get; private set; }

    public override bool CanRead => body.CanRead;

    public override bool CanSeek => body.CanSeek;

    public override bool CanWrite => false;

    public override bool CanTimeout => body.CanTimeout;

    public override long Length => body.Length;

    public override long Position
    {
        get => body.Position;
        set => body.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        WasRead = true;
        return body.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        WasRead = true;
        return body.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        WasRead = true;
        return body.ReadAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        WasRead = true;
        return body.ReadAsync(buffer, cancellationToken);
    }

    public override long Seek(long offset, SeekOrigin origin) => body.Seek(offset, origin);

    public override void Flush() => body.Flush();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Dispose and DisposeAsync come here, and go no further.
    public override void Close() => WasClosed = true;
}
