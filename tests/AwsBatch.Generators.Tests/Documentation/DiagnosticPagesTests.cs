using System.Collections.Immutable;
using AwsBatch.Generators.Diagnostics;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AwsBatch.Generators.Tests.Documentation;

/// <summary>The help pages: a wrong snippet that is reported, a right one that is not, and how to suppress.</summary>
public sealed class DiagnosticPagesTests
{
    private const string Folder = "docs/diagnostics/";
    private const string UnreferencedService = "AWSB002";

    public static TheoryData<string> Ids { get; } = new(Descriptors().Select(rule => rule.Id).Distinct());

    [Fact]
    public void Every_rule_has_a_help_link_to_its_page_and_a_line_in_the_index()
    {
        var index = Markdown.Read(Folder + "README.md");

        Assert.All(Descriptors(), rule =>
        {
            Assert.Equal($"https://github.com/awsbatch/AwsBatch.Generated/blob/main/{Folder}{rule.Id}.md", rule.HelpLinkUri);
            Assert.StartsWith($"# {rule.Id}: ", Markdown.Read($"{Folder}{rule.Id}.md"), StringComparison.Ordinal);
            var line = index.Split('\n').Single(line => line.StartsWith($"| [{rule.Id}]({rule.Id}.md) |", StringComparison.Ordinal));
            Assert.Contains(rule.DefaultSeverity.ToString().ToLowerInvariant(), line.Split('|')[2], StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_wrong_snippet_is_reported_once_and_a_right_one_is_not(string id)
    {
        foreach (var (wrong, right) in Snippets(id))
        {
            Assert.Equal([id], await ReportedAsync(Compile(wrong, ReferencesOfWrong(id))));
            Assert.Empty(await ReportedAsync(Compile(right, References.All)));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_pragma_or_the_page_s_editorconfig_suppresses_it(string id)
    {
        var config = Assert.Single(Markdown.Blocks(Markdown.Read($"{Folder}{id}.md"), "editorconfig"));
        foreach (var (wrong, _) in Snippets(id))
        {
            var compilation = Compile(wrong, ReferencesOfWrong(id));

            Assert.Empty(await ReportedAsync(Compile($"#pragma warning disable {id}\n{wrong}", ReferencesOfWrong(id))));
            Assert.Empty(await ReportedAsync(compilation.WithOptions(
                compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig(config)))));
        }
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors() => new BatchServiceAnalyzer().SupportedDiagnostics;

    private static IEnumerable<(string Wrong, string Right)> Snippets(string id)
    {
        var code = Markdown.Blocks(Markdown.Read($"{Folder}{id}.md"), "csharp");
        Assert.True(code.Count > 0 && code.Count % 2 == 0, $"{code.Count} snippets");
        return code.Chunk(2).Select(pair => (pair[0], pair[1]));
    }

    // Where the package is missing, the code is right and the references are wrong.
    private static IEnumerable<MetadataReference> ReferencesOfWrong(string id) =>
        id == UnreferencedService ? References.Minimal : References.All;

    private static CSharpCompilation Compile(string source, IEnumerable<MetadataReference> references) =>
        GeneratorTest.Compile("App", [GeneratorTest.Source(source, EditorConfig.Folder + "Source.cs")], references);

    private static async Task<IEnumerable<string>> ReportedAsync(CSharpCompilation compilation) =>
        (await AnalyzerTest.DiagnosticsAsync(compilation)).Select(diagnostic => diagnostic.Id);
}
