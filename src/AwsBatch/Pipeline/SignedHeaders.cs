using System.Buffers;
using Amazon.Util;

namespace AwsBatch.Pipeline;

/// <summary>The headers that a signature covers, by their names in lower case.</summary>
internal ref struct SignedHeaders : IDisposable
{
    private KeyValuePair<string, string?>[] headers;
    private int count;

    public SignedHeaders(int capacity) => headers = ArrayPool<KeyValuePair<string, string?>>.Shared.Rent(capacity);

    /// <summary>Adds a header, unless it may change on the way and so is never signed.</summary>
    public void Add(string name, string? value)
    {
        if (!IsSigned(name))
            return;

        var index = count++;
        for (; index > 0 && Compare(name, headers[index - 1].Key) < 0; index--)
            headers[index] = headers[index - 1];
        headers[index] = new(name, value);
    }

    /// <summary>Appends a line for each.</summary>
    public readonly void WriteLines(ref Utf8Buffer buffer)
    {
        foreach (var (name, value) in headers.AsSpan(0, count))
        {
            buffer.AppendLower(name);
            buffer.Append((byte)':');
            buffer.Append(IsCanonical(value) ? value ?? "" : AWSSDKUtils.CompressSpaces(value, trim: true));
            buffer.Append((byte)'\n');
        }
    }

    /// <summary>Appends their names.</summary>
    public readonly void WriteNames(ref Utf8Buffer buffer)
    {
        for (var index = 0; index < count; index++)
        {
            if (index > 0)
                buffer.Append((byte)';');
            buffer.AppendLower(headers[index].Key);
        }
    }

    public readonly void Dispose() => ArrayPool<KeyValuePair<string, string?>>.Shared.Return(headers, clearArray: true);

    private static bool IsSigned(string name) => name.Length switch
    {
        10 => !Is(name, "User-Agent"),
        15 => !Is(name, "x-amzn-trace-id") && !Is(name, "amz-sdk-request"),
        16 => !Is(name, "x-amz-user-agent"),
        17 => !Is(name, "transfer-encoding"),
        21 => !Is(name, "amz-sdk-invocation-id"),
        _ => true,
    };

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    // Ordinal in lower case; ignoring case orders in upper case, where '_' comes after the letters.
    private static int Compare(string name, string other)
    {
        var common = Math.Min(name.Length, other.Length);
        for (var index = 0; index < common; index++)
        {
            var difference = Lower(name[index]) - Lower(other[index]);
            if (difference != 0)
                return difference;
        }

        return name.Length - other.Length;
    }

    private static int Lower(char character) => char.IsAsciiLetterUpper(character) ? character | 0x20 : character;

    // No space around, and none but single blanks within.
    private static bool IsCanonical(string? value)
    {
        var afterSpace = true;
        foreach (var character in value.AsSpan())
        {
            var isSpace = char.IsWhiteSpace(character);
            if (isSpace && (afterSpace || character != ' '))
                return false;
            afterSpace = isSpace;
        }

        return !afterSpace || string.IsNullOrEmpty(value);
    }
}
