namespace AwsBatch.Dynamic.Parameters;

/// <summary>
/// A body that may be sent again after whoever sent it disposed of it, and that holds no file open before: a batch is made
/// of far more requests than a process may have files.
/// </summary>
internal sealed class Body(Func<Stream> open) : Stream
{
    private Stream? content;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => Content.Length;

    public override long Position
    {
        get => content?.Position ?? 0;
        set => Content.Position = value;
    }

    private Stream Content => content ??= open();

    public static Body OfFile(string path) =>
        new(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true));

    public static Body Of(byte[] bytes) => new(() => new MemoryStream(bytes, writable: false));

    public override int Read(byte[] buffer, int offset, int count) => Content.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => Content.Read(buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Content.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => Content.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Not for good: the next use opens it again, from its beginning.
    protected override void Dispose(bool disposing)
    {
        content?.Dispose();
        content = null;
        base.Dispose(disposing);
    }
}
