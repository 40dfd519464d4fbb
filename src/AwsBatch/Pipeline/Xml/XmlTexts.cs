using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace AwsBatch.Pipeline.Xml;

/// <summary>Makes strings of what documents hold. Short ones come again and again, such as a storage class, and are then the same.</summary>
internal sealed class XmlTexts
{
    private const int Kept = 256;
    private const int LongestKept = 32;
    private const int LongestOnStack = 256;

    private readonly string?[] recent = new string?[Kept];

    /// <summary>A piece of a document as a string.</summary>
    /// <param name="text">In UTF-8.</param>
    /// <param name="hasReferences">Whether there are any to resolve.</param>
    public string Get(ReadOnlySpan<byte> text, bool hasReferences)
    {
        if (text.IsEmpty)
            return "";
        if (hasReferences)
            return Resolve(text);
        if (text.Length > LongestKept)
            return Encoding.UTF8.GetString(text);

        ref var same = ref recent[PlaceOf(text)];
        if (same is null || !Ascii.Equals(text, same))
            same = Encoding.UTF8.GetString(text);
        return same;
    }

    private static string Resolve(ReadOnlySpan<byte> text)
    {
        // Neither UTF-8 nor a reference has more characters than bytes.
        var rented = text.Length > LongestOnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        var resolved = rented is null ? stackalloc char[LongestOnStack] : rented;
        var count = 0;
        while (true)
        {
            var ampersand = text.IndexOf((byte)'&');
            count += Encoding.UTF8.GetChars(ampersand < 0 ? text : text[..ampersand], resolved[count..]);
            if (ampersand < 0)
                break;

            XmlReference.TryRead(text[ampersand..], out var reference);
            count += reference.Character.EncodeToUtf16(resolved[count..]);
            text = text[(ampersand + reference.Length)..];
        }

        var result = new string(resolved[..count]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return result;
    }

    // By both ends: identifiers differ at one of them.
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        ulong bits;
        if (text.Length >= sizeof(ulong))
        {
            bits = MemoryMarshal.Read<ulong>(text) ^ ulong.RotateLeft(MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..]), 29);
        }
        else
        {
            bits = 0;
            foreach (var character in text)
                bits = (bits << 8) | character;
        }

        // Fibonacci hashing: the golden ratio's bits spread over the upper ones.
        return (int)(((bits + (uint)text.Length) * 0x9E3779B97F4A7C15) >> 56);
    }
}
