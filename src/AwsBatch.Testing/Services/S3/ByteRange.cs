using System.Globalization;

namespace AwsBatch.Testing.Services.S3;

/// <summary>One range of a Range header, within a content of known length.</summary>
internal readonly record struct ByteRange(int Start, int Length)
{
    private const string Unit = "bytes=";

    /// <summary>The range asked for; null if there is none, or one that is to be ignored because it does not parse.</summary>
    /// <exception cref="Protocols.AwsErrorException">InvalidRange: it begins beyond the content.</exception>
    public static ByteRange? Of(string? header, int size)
    {
        if (header?.StartsWith(Unit, StringComparison.Ordinal) != true || header[Unit.Length..].Split('-') is not [var first, var last])
            return null;
        var start = Parse(first);
        var end = Parse(last);
        if (first.Length == 0)
        {
            return end switch
            {
                null => null,
                > 0 when size > 0 => Tail((int)Math.Min(end.Value, size), size),
                _ => throw S3Errors.InvalidRange(header, size),
            };
        }
        if (start is null || (last.Length > 0 && end is null) || end < start)
            return null;
        if (start >= size)
            throw S3Errors.InvalidRange(header, size);
        return new((int)start.Value, (int)(Math.Min(end ?? long.MaxValue, size - 1) - start.Value + 1));
    }

    private static ByteRange Tail(int length, int size) => new(size - length, length);

    private static long? Parse(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
