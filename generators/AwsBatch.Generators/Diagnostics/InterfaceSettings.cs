using AwsBatch.Generators.Parsing;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>Settings of one batch interface: <c>options.For&lt;IS3Batch&gt;(s3 => s3.Defaults = …)</c>.</summary>
internal static class InterfaceSettings
{
    /// <summary>The type whose settings a call changes; null if it changes none.</summary>
    public static ITypeSymbol? TypeOf(IInvocationOperation call) =>
        call.TargetMethod is { Name: "For", TypeArguments: [var type] } method
        && method.ContainingType.Is(BatchAttributes.Namespace, "AwsBatchOptions")
            ? type
            : null;

    /// <summary>Reports settings of a type that no call is made through. What a type parameter stands for cannot be seen.</summary>
    public static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (TypeOf(call) is not { TypeKind: not (TypeKind.TypeParameter or TypeKind.Error) } type
            || (type is INamedTypeSymbol named && BatchAttributes.OfInterface(named) is not null))
            return;

        context.ReportDiagnostic(Diagnostic.Create(Rules.NoBatchInterface, Written(call).GetLocation(), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    private static SyntaxNode Written(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax invocation
        ? invocation.Expression.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault(name => name.Identifier.ValueText == "For")?.TypeArgumentList.Arguments[0] ?? call.Syntax
        : call.Syntax;
}
