using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>What a run of the generator gave.</summary>
internal sealed record GeneratorResult(CSharpCompilation Output, ImmutableArray<GeneratedSourceResult> Sources)
{
    /// <summary>Warnings and errors of the user's and the generated code together.</summary>
    public IReadOnlyList<string> Problems => ProblemsAmong(Output.GetDiagnostics());

    /// <summary>Those diagnostics that are <see cref="Problems"/>.</summary>
    public static IReadOnlyList<string> ProblemsAmong(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Where(diagnostic => diagnostic.Id != UndocumentedMember || IsGenerated(diagnostic))
            .Select(diagnostic => diagnostic.ToString())
    ];

    /// <summary>The names of the generated files, without the compiler's own.</summary>
    public IReadOnlyList<string> HintNames =>
        [.. Sources.Select(source => source.HintName).Where(name => name.EndsWith(".g.cs", StringComparison.Ordinal))];

    /// <summary>The generated file of that name, without <c>.g.cs</c>.</summary>
    public string this[string hintName] =>
        Sources.Single(source => source.HintName == $"{hintName}.g.cs").SourceText.ToString();

    private const string UndocumentedMember = "CS1591";

    public string Registration => this["AwsBatch.ServiceCollectionExtensions"];

    private static bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;
}
