using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AwsBatch.Cli.Input;

/// <summary>
/// Reads the objects of a JSON array, or of lines of JSON (NDJSON), one by one: only the one being read is held. Which of the
/// two it is, the first character says.
/// </summary>
internal sealed class JsonObjects
{
    private const int DeepestNesting = 512;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = DeepestNesting };
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly ByteSource source;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool isEnded;
    private int index;

    // The line that the buffer's start is on, and of an array's how much of that line came before it.
    private long line = 1;
    private long before;

    // Of an array, which is one document to its reader: what the reader knows, how far it has read, and where the object
    // that has begun and not ended does begin; both from the buffer's start.
    private JsonReaderState array = new(Options);
    private int readTo;
    private int? objectStart;

    private JsonObjects(ByteSource source) => this.source = source;

    /// <exception cref="MalformedInputException">After the objects before it: here is none.</exception>
    public static IAsyncEnumerable<InputValue> ReadAsync(ByteSource source, CancellationToken cancellationToken = default) =>
        new JsonObjects(source).ReadAsync(cancellationToken);

    private async IAsyncEnumerable<InputValue> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await FindFirstAsync(cancellationToken).ConfigureAwait(false);
        if (first < 0)
            yield break;

        var values = buffer[first] == '[' ? ReadArrayAsync(cancellationToken) : ReadLinesAsync(cancellationToken);
        await foreach (var value in values.ConfigureAwait(false))
            yield return value;
    }

    // Where the first character is that is no space; below 0 if there is none.
    private async Task<int> FindFirstAsync(CancellationToken cancellationToken)
    {
        while (end < ByteOrderMark.Length && await FillAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        // Half of its bytes are zero, or its own mark of the order of bytes comes first.
        if (buffer.AsSpan(0, end) is [0, ..] or [_, 0, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new MalformedInputException(line: 1, column: 1, "this is UTF-16 or no text; save it as UTF-8.");
        if (buffer.AsSpan(0, end).StartsWith(ByteOrderMark))
            start = ByteOrderMark.Length;
        var searched = 0;
        while (true)
        {
            var first = buffer.AsSpan(start + searched, end - start - searched).IndexOfAnyExcept(" \t\r\n"u8);
            if (first >= 0)
                return start + searched + first;
            searched = end - start;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return -1;
        }
    }

    private async IAsyncEnumerable<InputValue> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var length = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (length < 0 && !isEnded)
            {
                searched = end - start;
                await FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            length = length < 0 ? end - start : searched + length;
            searched = 0;
            if (ParseLine(buffer.AsSpan(start, length)) is { } value)
                yield return value;
            if (start + length >= end)
                yield break;
            start += length + 1;
            line++;
        }
    }

    private InputValue? ParseLine(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAnyExcept(" \t\r"u8))
            return null;

        CheckEncoding(text, line, before: 0);
        try
        {
            var reader = new Utf8JsonReader(text, Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw NoObject(reader.TokenType, line, reader.TokenStartIndex + 1);
            var json = JsonElement.ParseValue(ref reader);
            while (reader.Read())
            {
            }

            return new InputValue(index++, line, json);
        }
        catch (JsonException exception)
        {
            throw Malformed(exception, line, JsonMistake.OfLine(text, Options));
        }
    }

    private async IAsyncEnumerable<InputValue> ReadArrayAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            while (TryParseObject(out var value))
                yield return value;
            if (isEnded)
                yield break;
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool TryParseObject(out InputValue value)
    {
        var text = buffer.AsSpan(start, end - start);
        var reader = new Utf8JsonReader(text[readTo..], isEnded, array);
        try
        {
            while (reader.Read())
            {
                var at = readTo + (int)reader.TokenStartIndex;
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.StartObject)
                {
                    objectStart = at;
                }
                else if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.EndObject)
                {
                    value = ParseObject(text[..(at + 1)]);
                    Advance(reader, keepFrom: at + 1);
                    return true;
                }
                else if (reader.CurrentDepth == 1 && objectStart is null)
                {
                    throw NoObject(reader.TokenType, LineOf(text, at), ColumnOf(text, at));
                }
            }
        }
        catch (JsonException exception)
        {
            throw Malformed(exception, firstLine: 1, JsonMistake.OfArray(reader, text, readTo));
        }

        Advance(reader, objectStart ?? readTo + (int)reader.BytesConsumed);
        value = default;
        return false;
    }

    private InputValue ParseObject(ReadOnlySpan<byte> text)
    {
        var begin = objectStart!.Value;
        objectStart = null;
        CheckEncoding(text[begin..], LineOf(text, begin), ColumnOf(text, begin) - 1);
        var json = JsonElement.Parse(text[begin..], new JsonDocumentOptions { MaxDepth = DeepestNesting });
        return new InputValue(index++, LineOf(text, begin), json);
    }

    private void Advance(in Utf8JsonReader reader, int keepFrom)
    {
        array = reader.CurrentState;
        readTo += (int)reader.BytesConsumed - keepFrom;
        objectStart -= objectStart is null ? null : keepFrom;
        var passed = buffer.AsSpan(start, keepFrom);
        before = ColumnOf(passed, keepFrom) - 1;
        line += passed.Count((byte)'\n');
        start += keepFrom;
    }

    private long LineOf(ReadOnlySpan<byte> text, int at) => line + text[..at].Count((byte)'\n');

    private long ColumnOf(ReadOnlySpan<byte> text, int at) =>
        text[..at].LastIndexOf((byte)'\n') is >= 0 and var newline ? at - newline : before + at + 1;

    /// <summary>Reads more behind what is held.</summary>
    /// <returns>False: the input has ended.</returns>
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (end == buffer.Length)
        {
            var held = end - start;
            var larger = held > buffer.Length / 2 ? new byte[checked(buffer.Length * 2)] : buffer;
            buffer.AsSpan(start, held).CopyTo(larger);
            buffer = larger;
            start = 0;
            end = held;
        }

        var read = await source(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
        end += read;
        isEnded = read == 0;
        return !isEnded;
    }

    private static void CheckEncoding(ReadOnlySpan<byte> text, long line, long before)
    {
        if (Utf8.IsValid(text))
            return;

        var valid = 0;
        while (Rune.DecodeFromUtf8(text[valid..], out _, out var consumed) == OperationStatus.Done)
            valid += consumed;
        var newline = text[..valid].LastIndexOf((byte)'\n');
        throw new MalformedInputException(
            line + text[..valid].Count((byte)'\n'), newline < 0 ? before + valid + 1 : valid - newline, "this is not UTF-8.");
    }

    private static MalformedInputException NoObject(JsonTokenType found, long line, long column)
    {
        var name = found switch
        {
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "a truth value",
        };
        return new(line, column, $"a request is a JSON object such as {RequestEntry.Example}, not {name}.");
    }

    private static MalformedInputException Malformed(JsonException exception, long firstLine, string reason) =>
        new(firstLine + (exception.LineNumber ?? 0), (exception.BytePositionInLine ?? 0) + 1, reason);
}
