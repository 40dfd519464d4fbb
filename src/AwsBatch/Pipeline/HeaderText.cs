using System.Buffers;

namespace AwsBatch.Pipeline;

/// <summary>Which headers need no parser: the SDK shows those the platform knows as the platform writes them again.</summary>
internal static class HeaderText
{
    private const string CacheControl = "Cache-Control";

    // How the platform writes a date: A, a and 0 stand for any of their kind.
    private const string DateForm = "Aaa, 00 Aaa 0000 00:00:00 GMT";

    private static readonly SearchValues<char> OfOneToken =
        SearchValues.Create("-_./*\"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a value would be written again as it came.</summary>
    /// <param name="name">The header.</param>
    /// <param name="value">Its value.</param>
    // The platform knows no header of AWS's.
    public static bool IsAsParsed(string name, string value) =>
        name.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)
        || IsToken(name, value)
        || IsDate(value);

    // A directive gets small letters, the mark of a weak entity tag a capital one.
    private static bool IsToken(string name, string value) =>
        !value.AsSpan().ContainsAnyExcept(OfOneToken)
        && !value.StartsWith("w/", StringComparison.Ordinal)
        && !name.Equals(CacheControl, StringComparison.OrdinalIgnoreCase);

    private static bool IsDate(string value)
    {
        if (value.Length != DateForm.Length)
            return false;

        for (var index = 0; index < value.Length; index++)
        {
            if (!IsOfForm(value[index], DateForm[index]))
                return false;
        }

        return true;
    }

    private static bool IsOfForm(char character, char form) => form switch
    {
        'A' => char.IsAsciiLetterUpper(character),
        'a' => char.IsAsciiLetterLower(character),
        '0' => char.IsAsciiDigit(character),
        _ => character == form,
    };
}
