using System.Buffers;

namespace AwsBatch.Testing.Protocols;

/// <summary>A growing buffer of pooled memory that both XML writers (as a stream) and JSON writers (as a buffer writer) fill.</summary>
internal sealed class PooledBuffer : Stream, IBufferWriter<byte>
{
    private const int InitialSize = 4096;

    private byte[] array = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int written;

    public ReadOnlyMemory<byte> Written => array.AsMemory(0, written);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    public void Clear() => written = 0;

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return array.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(array.AsSpan(written));
        written += bytes.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
            array = [];
            written = 0;
        }
        base.Dispose(disposing);
    }

    private void Reserve(int count)
    {
        if (array.Length - written >= count)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(array.Length * 2, written + count));
        array.AsSpan(0, written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        array = larger;
    }
}
