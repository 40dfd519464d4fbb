using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>The code in the repository's documentation.</summary>
internal static partial class Markdown
{
    /// <summary>A file by its path from the repository's root.</summary>
    public static string Read(string path, [CallerFilePath] string thisFile = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", path)).ReplaceLineEndings("\n");

    /// <summary>The fenced blocks of a language, in their order.</summary>
    public static IReadOnlyList<string> Blocks(string text, string language) =>
    [
        .. Block().Matches(text)
            .Where(block => block.Groups["language"].Value == language)
            .Select(block => block.Groups["code"].Value)
    ];

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
