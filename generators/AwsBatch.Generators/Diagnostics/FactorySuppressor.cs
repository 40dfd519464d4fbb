using System.Collections.Immutable;
using AwsBatch.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>
/// Suppresses CA1849, "call the async method", at factories such as <c>IS3Batch.HeadObject</c>: they make a request for a mixed
/// batch and send nothing, though <c>HeadObjectAsync</c> stands beside them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FactorySuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor NoBlockingCall = new(
        "AWSBS01", "CA1849", "The factory of a batch interface makes a request and sends nothing, so that it cannot block");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [NoBlockingCall];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (Called(diagnostic.Location, context) is IMethodSymbol { IsStatic: true, ContainingType: { TypeKind: TypeKind.Interface } type }
                && BatchAttributes.OfInterface(type) is not null)
                context.ReportSuppression(Suppression.Create(NoBlockingCall, diagnostic));
        }
    }

    private static ISymbol? Called(Location location, SuppressionAnalysisContext context)
    {
        if (location.SourceTree is not { } tree)
            return null;
        var call = tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        return context.GetSemanticModel(tree).GetSymbolInfo(call, context.CancellationToken).Symbol;
    }
}
