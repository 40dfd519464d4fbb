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

    /// <summary>The range to copy; null if there is none. Unlike a reader's it is not ignored where it does not parse, nor cut where it is too long.</summary>
    /// <exception cref="Protocols.AwsErrorException">InvalidArgument: it is no range, or not one of the content.</exception>
    public static ByteRange? OfCopy(string? header, int size)
    {
        if (header is null)
            return null;
        if (!header.StartsWith(Unit, StringComparison.Ordinal)
            || header[Unit.Length..].Split('-') is not [var first, var last]
            || Parse(first) is not { } start
            || Parse(last) is not { } end)
        {
            throw S3Errors.InvalidSourceRange(
                header,
                $"The {CopySource.Range} value must be of the form bytes=first-last where first and last are the zero-based offsets of the first "
                + "and last bytes to copy");
        }
        return start <= end && end < size
            ? new((int)start, (int)(end - start + 1))
            : throw S3Errors.InvalidSourceRange(header, $"Range specified is not valid for source object of size: {size}");
    }

    private static ByteRange Tail(int length, int size) => new(size - length, length);

    private static long? Parse(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
