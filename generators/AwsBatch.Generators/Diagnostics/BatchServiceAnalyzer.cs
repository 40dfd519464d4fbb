using System.Collections.Immutable;
using AwsBatch.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>Reports what is wrong with interfaces attributed with <c>[BatchService]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BatchServiceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.UnknownService,
        Rules.UnreferencedService,
        Rules.UnknownOperation,
        Rules.NoCallShape,
        Rules.WrongRequest,
        Rules.WrongResponse,
        Rules.NotPartial,
        Rules.NotSupported,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Interface } type
            || BatchAttributes.OfInterface(type) is not { } attribute)
            return;

        var problems = new ReportedProblems(type, context.ReportDiagnostic, context.CancellationToken);
        BatchInterfaceParser.Parse(type, attribute, context.Compilation, problems, context.CancellationToken);
    }
}
