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

    public static TheoryData<string> Ids { get; } = new(Descriptors().Select(rule => rule.Id));

    [Fact]
    public void Every_rule_has_a_help_link_to_its_page_and_a_line_in_the_index()
    {
        var index = Markdown.Read(Folder + "README.md");

        Assert.All(Descriptors(), rule =>
        {
            Assert.Equal($"https://github.com/awsbatch/AwsBatch.Generated/blob/main/{Folder}{rule.Id}.md", rule.HelpLinkUri);
            Assert.StartsWith($"# {rule.Id}: ", Markdown.Read($"{Folder}{rule.Id}.md"), StringComparison.Ordinal);
            Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |", index);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_snippet_is_reported_once_and_the_right_one_is_not(string id)
    {
        var (wrong, right, _) = Page(id);

        Assert.Equal([id], await ReportedAsync(Compile(wrong, ReferencesOfWrong(id))));
        Assert.Empty(await ReportedAsync(Compile(right, References.All)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_pragma_or_the_page_s_editorconfig_suppresses_it(string id)
    {
        var (wrong, _, config) = Page(id);
        var compilation = Compile(wrong, ReferencesOfWrong(id));

        Assert.Empty(await ReportedAsync(Compile($"#pragma warning disable {id}\n{wrong}", ReferencesOfWrong(id))));
        Assert.Empty(await ReportedAsync(compilation.WithOptions(
            compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig(config)))));
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors() => new BatchServiceAnalyzer().SupportedDiagnostics;

    private static (string Wrong, string Right, string EditorConfig) Page(string id)
    {
        var text = Markdown.Read($"{Folder}{id}.md");
        var code = Markdown.Blocks(text, "csharp");
        Assert.Equal(2, code.Count);
        return (code[0], code[1], Assert.Single(Markdown.Blocks(text, "editorconfig")));
    }

    // Where the package is missing, the code is right and the references are wrong.
    private static IEnumerable<MetadataReference> ReferencesOfWrong(string id) =>
        id == UnreferencedService ? References.Minimal : References.All;

    private static CSharpCompilation Compile(string source, IEnumerable<MetadataReference> references) =>
        GeneratorTest.Compile("App", [GeneratorTest.Source(source, EditorConfig.Folder + "Source.cs")], references);

    private static async Task<IEnumerable<string>> ReportedAsync(CSharpCompilation compilation) =>
        (await AnalyzerTest.DiagnosticsAsync(compilation)).Select(diagnostic => diagnostic.Id);
}
