using System.Text.RegularExpressions;

namespace AwsBatch.Packaging.Building;

/// <summary>What a process said, and how it ended.</summary>
internal sealed partial record ProcessResult(int ExitCode, string Output)
{
    /// <summary>Warnings and errors of a build, each once though MSBuild may repeat it, as <c>error CODE: text</c>.</summary>
    public IReadOnlyList<string> Diagnostics { get; } =
        [.. Diagnostic().Matches(Output).Select(match => match.Groups["text"].Value).Distinct()];

    /// <summary>This result, if the process succeeded and complained about nothing.</summary>
    public ProcessResult Clean()
    {
        Assert.True(ExitCode == 0 && Diagnostics.Count == 0, $"Exit code {ExitCode}:\n{Output}");
        return this;
    }

    // "path(1,2): error CODE: text [project]"; what names no file starts with the program instead.
    [GeneratedRegex(@"(?<text>\b(warning|error) [A-Z]+\d+: .*?)( \[[^\]]+\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();
}
