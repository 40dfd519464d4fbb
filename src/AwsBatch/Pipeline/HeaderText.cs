using System.Buffers;

namespace AwsBatch.Pipeline;

/// <summary>Which headers need no parser: the SDK shows those the platform knows as the platform writes them again.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> OfOneToken =
        SearchValues.Create("-_./*\"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a value would be written again as it came.</summary>
    /// <param name="name">The header.</param>
    /// <param name="value">Its value.</param>
    // The platform knows no header of AWS's.
    public static bool IsAsParsed(string name, string value) =>
        name.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)
        || !value.AsSpan().ContainsAnyExcept(OfOneToken)
        || IsDate(value);

    // "Sat, 10 Oct 2026 10:10:10 GMT"
    private static bool IsDate(string value) =>
        value.Length == 29
        && value[3] == ','
        && char.IsAsciiLetterUpper(value[0])
        && char.IsAsciiLetterUpper(value[8])
        && value.EndsWith(" GMT", StringComparison.Ordinal);
}
