using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AwsBatch.Cli.Input;

/// <summary>Reads lines of JSON, an object on each. A byte order mark in front of one begins the next of joined files.</summary>
internal sealed class JsonLinesReader(InputWindow window)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonDepth.Input };

    private int index;

    public async IAsyncEnumerable<InputValue> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = await FindLineAsync(cancellationToken).ConfigureAwait(false);
            for (; window.Bytes[..length].StartsWith(InputEncoding.ByteOrderMark); length -= InputEncoding.ByteOrderMark.Length)
                window.DropMark(InputEncoding.ByteOrderMark.Length);
            if (Parse(window.Bytes[..length]) is { } value)
                yield return value;
            if (length == window.Bytes.Length)
                yield break;
            window.Drop(length + 1);
        }
    }

    // How long the line in front is, without its end; the last one may have none.
    private async ValueTask<int> FindLineAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var length = window.Bytes[searched..].IndexOf((byte)'\n');
            if (length >= 0)
                return searched + length;
            searched = window.Bytes.Length;
            if (window.IsEnded)
                return searched;
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private InputValue? Parse(ReadOnlySpan<byte> line)
    {
        if (!line.ContainsAnyExcept(" \t\r"u8))
            return null;

        InputEncoding.Check(line, window.Position);
        try
        {
            var reader = new Utf8JsonReader(line, Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw JsonMistake.NoObject(reader.TokenType, window.Position.After(line[..(int)reader.TokenStartIndex]));
            var json = JsonElement.ParseValue(ref reader);
            while (reader.Read())
            {
            }

            return new InputValue(index++, window.Position.Line, json);
        }
        catch (JsonException exception)
        {
            throw JsonMistake.OfLine(exception, window.Position, line, Options);
        }
    }
}
