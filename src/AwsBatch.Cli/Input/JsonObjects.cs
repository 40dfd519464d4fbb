using System.Runtime.CompilerServices;

namespace AwsBatch.Cli.Input;

/// <summary>
/// Reads the objects of a JSON array, or of lines of JSON (NDJSON), one by one: only the one being read is held. The first
/// character says which of the two it is.
/// </summary>
internal static class JsonObjects
{
    /// <exception cref="MalformedInputException">After the objects before it: here is none.</exception>
    public static async IAsyncEnumerable<InputValue> ReadAsync(
        ByteSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var window = new InputWindow(source);
        await InputEncoding.BeginAsync(window, cancellationToken).ConfigureAwait(false);
        if (await FindFirstAsync(window, cancellationToken).ConfigureAwait(false) is not { } first)
            yield break;

        var values = first == '['
            ? new JsonArrayReader(window).ReadAsync(cancellationToken)
            : new JsonLinesReader(window).ReadAsync(cancellationToken);
        await foreach (var value in values.ConfigureAwait(false))
            yield return value;
    }

    // Drops the space in front; null if there is nothing else.
    private static async ValueTask<byte?> FindFirstAsync(InputWindow window, CancellationToken cancellationToken)
    {
        do
        {
            var space = window.Bytes.IndexOfAnyExcept(" \t\r\n"u8);
            window.Drop(space < 0 ? window.Bytes.Length : space);
            if (space >= 0)
                return window.Bytes[0];
        }
        while (await window.FillAsync(cancellationToken).ConfigureAwait(false));

        return null;
    }
}
