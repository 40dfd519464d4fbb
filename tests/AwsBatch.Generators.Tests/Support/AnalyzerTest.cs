using System.Text.RegularExpressions;
using AwsBatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>
/// Runs the analyzers as a build does: after the generator, over user and generated code together. The source marks what
/// must be reported as <c>{|AWSB001:text|}</c>; nothing else may be wrong, so that one mistake is one error.
/// </summary>
internal static partial class AnalyzerTest
{
    /// <summary>Returns the messages in the order of the marks.</summary>
    public static Task<IReadOnlyList<string>> RunAsync(string markedSource) => RunAsync(markedSource, References.All);

    /// <inheritdoc cref="RunAsync(string)"/>
    public static async Task<IReadOnlyList<string>> RunAsync(string markedSource, IEnumerable<MetadataReference> references)
    {
        var (source, expected) = Unmark(markedSource);
        var compilation = GeneratorTest.Compile("App", [GeneratorTest.Source(source, "Source.cs")], references);
        var result = GeneratorTest.RunUnchecked(compilation);
        Assert.True(result.Problems.Count == 0, string.Join("\n", result.Problems));

        var diagnostics = (await result.Output
            .WithAnalyzers([new BatchServiceAnalyzer()])
            .GetAnalyzerDiagnosticsAsync())
            .Where(diagnostic => !diagnostic.IsSuppressed)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();

        Assert.Equal(expected, diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)));
        Assert.All(diagnostics, AssertHelp);
        return [.. diagnostics.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static void AssertHelp(Diagnostic diagnostic) => Assert.Equal(
        $"https://github.com/awsbatch/AwsBatch.Generated/blob/main/docs/diagnostics/{diagnostic.Id}.md",
        diagnostic.Descriptor.HelpLinkUri);

    private static (string Source, List<(string Id, TextSpan Span)> Expected) Unmark(string marked)
    {
        var expected = new List<(string, TextSpan)>();
        while (Mark().Match(marked) is { Success: true } mark)
        {
            var text = mark.Groups["text"].Value;
            expected.Add((mark.Groups["id"].Value, new TextSpan(mark.Index, text.Length)));
            marked = marked.Remove(mark.Index, mark.Length).Insert(mark.Index, text);
        }

        return (marked, expected);
    }

    [GeneratedRegex(@"\{\|(?<id>AWSB\d+):(?<text>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
