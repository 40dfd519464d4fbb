using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>The severities that an <c>.editorconfig</c> beside the sources sets, as a build reads them.</summary>
internal sealed class EditorConfig(string text) : SyntaxTreeOptionsProvider
{
    /// <summary>The folder of the file and of the sources it is for.</summary>
    public const string Folder = "/project/";

    private readonly AnalyzerConfigSet set =
        AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(text, Folder + ".editorconfig")));

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(
        SyntaxTree tree,
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity) =>
        set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(
        string diagnosticId,
        CancellationToken cancellationToken,
        out ReportDiagnostic severity) =>
        set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
}
