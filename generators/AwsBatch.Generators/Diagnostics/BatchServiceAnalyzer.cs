using System.Collections.Immutable;
using AwsBatch.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>
/// Reports what is wrong with interfaces attributed with <c>[BatchService]</c>, with options given to them, with their settings, and
/// with the names of dynamic requests.
/// </summary>
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
        Rules.NotPageable,
        Rules.WrongRequest,
        Rules.WrongResponse,
        Rules.NotPartial,
        Rules.NotSupported,
        Rules.NoConsumer,
        Rules.DedupedStream,
        Rules.DedupedChange,
        Rules.Collision,
        Rules.ImplementationCollision,
        Rules.NoCancellationToken,
        Rules.UnknownDynamicName,
        Rules.NoBatchInterface,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        context.RegisterOperationBlockAction(ForcedDedupe.Analyze);
        context.RegisterOperationAction(InterfaceSettings.Analyze, OperationKind.Invocation);
        context.RegisterOperationAction(DynamicNames.Analyze, OperationKind.Invocation);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var problems = new ReportedProblems(type, context.ReportDiagnostic, context.CancellationToken);
        if (Attribute(type) is { } attribute)
            BatchInterfaceParser.Parse(type, attribute, context.Compilation, problems, context.CancellationToken);
        else if (ContainsBatchInterface(type) && !InterfaceDeclarationParser.IsPartial(type, context.CancellationToken))
            problems.NotPartial(type);
    }

    private static AttributeData? Attribute(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? BatchAttributes.OfInterface(type) : null;

    private static bool ContainsBatchInterface(INamedTypeSymbol type) =>
        type.GetTypeMembers().Any(nested => Attribute(nested) is not null || ContainsBatchInterface(nested));
}
