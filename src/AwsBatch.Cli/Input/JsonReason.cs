using System.Buffers;
using System.Text;

namespace AwsBatch.Cli.Input;

/// <summary>Says in a user's words why JSON cannot be read on, from what stands before that place and what comes there.</summary>
internal static class JsonReason
{
    /// <summary>What a byte order mark means that begins no line.</summary>
    public const string FileJoined =
        "a byte order mark is here, as where another file was joined on: files are joined that hold lines of JSON, each with an end.";

    private const int LongestWord = 20;
    private static readonly SearchValues<byte> Escapable = SearchValues.Create("\"\\/bfnrtu"u8);
    private static readonly SearchValues<byte> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> OfNumber = SearchValues.Create("0123456789+-.eE"u8);
    private static readonly SearchValues<byte> EndsOfWord = SearchValues.Create(" \t\r\n,:{}[]\"="u8);

    /// <param name="read">What came before, without space at its end; the last character is enough.</param>
    /// <param name="unread">What could not be read, without space at its start.</param>
    /// <param name="ended">What to say where nothing more comes.</param>
    public static string Describe(ReadOnlySpan<byte> read, ReadOnlySpan<byte> unread, string ended)
    {
        if (unread.IsEmpty)
            return ended;
        if (unread.StartsWith(InputEncoding.ByteOrderMark))
            return FileJoined;
        if (unread[0] is (byte)'/' or (byte)'#')
            return "JSON has no comments: leave them out.";
        if (unread[0] == '\'' || unread.StartsWith("“"u8) || unread.StartsWith("”"u8))
            return "JSON has names and texts in straight double quotes, \"so\".";

        var last = read.IsEmpty ? default : (char)read[^1];
        var next = (char)unread[0];
        return (last, next) switch
        {
            (',', '}' or ']') => $"nothing follows the comma before '{next}': leave the comma out.",
            ('{' or '[' or ',' or ':', ',') => "there is nothing before this comma: leave it out, or put in what is missing.",
            (':', '}' or ']') => "the value of this name is missing; it may be null.",
            ('{' or '[', '}' or ']') => $"'{next}' does not close the '{last}' before it.",
            ('{' or '[' or ',' or ':', '"') => DescribeText(unread[1..]) ?? ended,
            ('{', _) => "a name in double quotes is to follow here, or '}'.",
            (default(char), _) => $"a request is a JSON object such as {RequestEntry.Example}.",
            ('[' or ',' or ':', _) => DescribeWord(unread, ended),
            (_, '}' or ']') => $"'{next}' closes nothing that is open: one of the brackets before it is missing or another one.",
            ('"', _) => "a ':' is missing before this if a name comes before it, otherwise a ',' or a closing bracket.",
            _ => "a ',' is missing before this, or a closing bracket.",
        };
    }

    // Null: all that is wrong is that its end is missing.
    private static string? DescribeText(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] < ' ')
                return $"a text has this character as \\u{text[at]:x4}{Short(text[at])}; is a double quote missing before it?";
            if (text[at] != '\\')
                continue;
            if (++at == text.Length)
                return null;
            if (!Escapable.Contains(text[at]))
                return "a backslash in a text is written twice, \\\\; alone it begins \\\", \\n, \\t and their like.";
            if (text[at] == 'u' && text.Length > at + 4 && text.Slice(at + 1, 4).ContainsAnyExcept(HexadecimalDigits))
                return "four hexadecimal digits follow \\u.";
        }

        return null;
    }

    private static string Short(byte control) => control switch
    {
        (byte)'\n' => " or \\n",
        (byte)'\r' => " or \\r",
        (byte)'\t' => " or \\t",
        _ => "",
    };

    private static string DescribeWord(ReadOnlySpan<byte> unread, string ended)
    {
        var length = unread.IndexOfAny(EndsOfWord);
        if (length < 0 && IsBegun(unread))
            return ended;
        var word = length < 0 ? unread : unread[..length];
        if (length >= 0 && unread[length..].TrimStart(" \t\r\n"u8) is [(byte)':' or (byte)'=', ..])
            return "a name is in double quotes.";
        return word.IsEmpty || word.Length > LongestWord
            ? "this is no value of JSON: null, true, 12, -0.5, 1e3, \"text\", [ ] or { } would be one."
            : $"'{Encoding.UTF8.GetString(word)}' is no value of JSON: null, true, 12, -0.5, 1e3, \"text\", [ ] or {{ }} would be one.";
    }

    // Whether more of it might have made it a value: the input was cut off.
    private static bool IsBegun(ReadOnlySpan<byte> word) =>
        "null"u8.StartsWith(word) || "true"u8.StartsWith(word) || "false"u8.StartsWith(word) || !word.ContainsAnyExcept(OfNumber);
}
