using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AwsBatch;

/// <summary>Text from anywhere, as a line of a log or a terminal may hold it.</summary>
internal static partial class Printable
{
    /// <summary>What would break the line, or tell the terminal something, is written as an escape.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(IsUnprintable))
            return text;
        var line = new StringBuilder(text.Length + 8);
        foreach (var character in text)
            _ = IsUnprintable(character) ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : line.Append(character);
        return line.ToString();
    }

    /// <summary>URLs without the user and password they may have.</summary>
    public static string WithoutUserInfo(string text) =>
        text.Contains("://", StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal) ? UserInfo().Replace(text, "://***@") : text;

    /// <summary>The beginning of what is longer, and a sign that it is; no character is cut, of which some are a pair of surrogates.</summary>
    public static string Cut(string text, int longest) => text.Length <= longest
        ? text
        : $"{text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)}…";

    private static bool IsUnprintable(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    // To the last @ of the authority: passwords have some too.
    [GeneratedRegex(@"://[^/?#\s]*@")]
    private static partial Regex UserInfo();
}
