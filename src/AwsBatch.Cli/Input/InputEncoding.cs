using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AwsBatch.Cli.Input;

/// <summary>An input is UTF-8, with or without byte order marks where a file begins that it was joined of.</summary>
internal static class InputEncoding
{
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the first bytes, and drops the mark if they are one.</summary>
    /// <exception cref="MalformedInputException">They are another encoding's.</exception>
    public static async ValueTask BeginAsync(InputWindow window, CancellationToken cancellationToken)
    {
        while (window.Bytes.Length < ByteOrderMark.Length && await window.FillAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        // UTF-16: every other byte of JSON is zero, or its own byte order mark comes first.
        if (window.Bytes is [0, ..] or [_, 0, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new MalformedInputException(InputPosition.Start, "this is UTF-16 or no text; save it as UTF-8.");
        if (window.Bytes.StartsWith(ByteOrderMark))
            window.DropMark(ByteOrderMark.Length);
    }

    /// <exception cref="MalformedInputException">A text is not UTF-8.</exception>
    public static void Check(ReadOnlySpan<byte> text, InputPosition position)
    {
        if (Utf8.IsValid(text))
            return;

        var valid = 0;
        while (Rune.DecodeFromUtf8(text[valid..], out _, out var consumed) == OperationStatus.Done)
            valid += consumed;
        throw new MalformedInputException(position.After(text[..valid]), "this is not UTF-8.");
    }
}
