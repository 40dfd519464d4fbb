namespace AwsBatch.Cli.Report.Markup;

/// <summary>As much of a text as a page has room for, whoever wrote it.</summary>
internal static class Excerpt
{
    private const int LongestLine = 240;
    private const int LongestName = 80;

    /// <summary>Of what says something, such as an error.</summary>
    public static string Of(string text) => Printable.Cut(text, LongestLine);

    /// <summary>Of what names something, such as an operation.</summary>
    public static string OfName(string text) => Printable.Cut(text, LongestName);
}
