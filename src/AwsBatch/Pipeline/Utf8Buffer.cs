using System.Buffers;
using System.Text;

namespace AwsBatch.Pipeline;

/// <summary>Text being written as UTF-8, in memory of the caller's and then of the pool.</summary>
internal ref struct Utf8Buffer(Span<byte> initial)
{
    private Span<byte> buffer = initial;
    private byte[]? pooled;
    private int length;

    public readonly int Length => length;

    public readonly ReadOnlySpan<byte> Written => buffer[..length];

    public void Append(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        length += Encoding.UTF8.GetBytes(text, buffer[length..]);
    }

    public void Append(scoped ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(buffer[length..]);
        length += text.Length;
    }

    public void Append(byte character)
    {
        Reserve(1);
        buffer[length++] = character;
    }

    /// <summary>Appends the name of a header in lower case.</summary>
    public void AppendLower(string name)
    {
        var start = length;
        Append(name);
        Ascii.ToLowerInPlace(buffer[start..length], out _);
    }

    public void AppendHex(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length * 2);
        Convert.TryToHexStringLower(bytes, buffer[length..], out var written);
        length += written;
    }

    public void Clear() => length = 0;

    public readonly void Dispose()
    {
        if (pooled is not null)
            ArrayPool<byte>.Shared.Return(pooled);
    }

    private void Reserve(int count)
    {
        if (buffer.Length - length >= count)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + count));
        buffer[..length].CopyTo(larger);
        Dispose();
        buffer = pooled = larger;
    }
}
