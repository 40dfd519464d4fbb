using System.Text.Json;

namespace AwsBatch.Cli.Input;

/// <summary>What is wrong with JSON that its reader has refused, and what would be right.</summary>
internal static class JsonMistake
{
    private const string LineEnded =
        "the line ends before its request does: a request is on one line, or all of them are in a JSON array, [ ].";

    private const string InputEnded = "the input ends before its array does: a part of it is missing, or the last ']'.";

    /// <summary>A value that is no object where a request should be.</summary>
    public static MalformedInputException NoObject(JsonTokenType found, InputPosition position)
    {
        var name = found switch
        {
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => "a truth value",
        };
        return new(position, $"a request is a JSON object such as {RequestEntry.Example}, not {name}.");
    }

    /// <summary>Of a line.</summary>
    /// <param name="exception">What the reader says.</param>
    /// <param name="begin">Where the line begins.</param>
    /// <param name="text">The line.</param>
    /// <param name="options">How it was read.</param>
    public static MalformedInputException OfLine(JsonException exception, InputPosition begin, ReadOnlySpan<byte> text, JsonReaderOptions options) =>
        new(PositionOf(exception, begin), DescribeLine(text, options));

    /// <summary>Of an array.</summary>
    /// <param name="exception">What the reader says.</param>
    /// <param name="begin">Where the array begins.</param>
    /// <param name="reader">What refused it.</param>
    /// <param name="text">What is held of it.</param>
    /// <param name="from">Where in that the reader began.</param>
    public static MalformedInputException OfArray(JsonException exception, InputPosition begin, in Utf8JsonReader reader, ReadOnlySpan<byte> text, int from) =>
        new(PositionOf(exception, begin), reader is { CurrentDepth: 0, TokenType: JsonTokenType.EndArray } && !IsMark(Unread(text, from + (int)reader.BytesConsumed))
            ? "nothing may follow the array of requests."
            : Describe(reader, text, from + (int)reader.BytesConsumed, InputEnded));

    // The reader counts from where it began.
    private static InputPosition PositionOf(JsonException exception, InputPosition begin)
    {
        var (line, column) = (exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        return line == 0 ? begin with { Column = begin.Column + column } : new InputPosition(begin.Line + line, column + 1);
    }

    // Reads it once more, since what parses an object does not say how far it came.
    private static string DescribeLine(ReadOnlySpan<byte> text, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(text, options);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            if (reader is { CurrentDepth: 0, TokenType: JsonTokenType.EndObject } && !IsMark(Unread(text, (int)reader.BytesConsumed)))
                return "nothing may follow a request on its line, neither a comma nor another request.";
        }

        return Describe(reader, text, (int)reader.BytesConsumed, LineEnded);
    }

    private static string Describe(in Utf8JsonReader reader, ReadOnlySpan<byte> text, int at, string ended)
    {
        var unread = Unread(text, at);

        // A bracket that has just been opened is not counted yet.
        if (reader.CurrentDepth + 1 >= reader.CurrentState.Options.MaxDepth && unread is [(byte)'{' or (byte)'[', ..])
            return $"this is nested deeper than {reader.CurrentState.Options.MaxDepth}.";

        var read = text[..at].TrimEnd(" \t\r\n"u8);
        if (read.IsEmpty)
            read = Forgotten(reader.TokenType);
        return JsonReason.Describe(read, unread, ended);
    }

    private static ReadOnlySpan<byte> Unread(ReadOnlySpan<byte> text, int at) => text[at..].TrimStart(" \t\r\n"u8);

    private static bool IsMark(ReadOnlySpan<byte> unread) => unread.StartsWith(InputEncoding.ByteOrderMark);

    // What ends what came before an array's object, and is not held any more.
    private static ReadOnlySpan<byte> Forgotten(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "["u8,
        JsonTokenType.EndObject => "}"u8,
        _ => [],
    };
}
