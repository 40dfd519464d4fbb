using System.Globalization;
using System.Text;

namespace AwsBatch.Pipeline.Xml;

/// <summary>A character written as <c>&amp;amp;</c>, <c>&amp;#39;</c> or <c>&amp;#x27;</c>.</summary>
/// <param name="Character">Which.</param>
/// <param name="Length">How many bytes stand for it.</param>
internal readonly record struct XmlReference(Rune Character, int Length)
{
    private const int Longest = 10;

    /// <summary>Reads the reference that a text starts with.</summary>
    /// <param name="text">From the ampersand on.</param>
    /// <param name="reference">What was read.</param>
    /// <returns>False if it is none, or of a character that XML does not have.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out XmlReference reference)
    {
        reference = default;
        var end = text[..Math.Min(text.Length, Longest)].IndexOf((byte)';');
        if (end < 0 || CodeOf(text[1..end]) is not { } code || !Rune.IsValid(code) || !IsCharacter(code))
            return false;

        reference = new(new Rune(code), end + 1);
        return true;
    }

    private static int? CodeOf(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("#x"u8))
            return int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) ? hexadecimal : null;
        if (name.StartsWith("#"u8))
            return int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (name.SequenceEqual("quot"u8))
            return '"';
        if (name.SequenceEqual("amp"u8))
            return '&';
        if (name.SequenceEqual("lt"u8))
            return '<';
        if (name.SequenceEqual("gt"u8))
            return '>';
        return name.SequenceEqual("apos"u8) ? '\'' : null;
    }

    private static bool IsCharacter(int code) => code is (>= ' ' or '\t' or '\n' or '\r') and not (0xFFFE or 0xFFFF);
}
