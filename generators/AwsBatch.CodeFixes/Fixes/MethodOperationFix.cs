using System.Collections.Immutable;
using AwsBatch.Generators.Diagnostics;
using AwsBatch.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Rename;
using Microsoft.CodeAnalysis.Simplification;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>
/// Lets a method that is named after no operation (AWSB003) be one of the nearest: by its name, with all its uses, or by a
/// <c>[BatchOperation]</c> that leaves its name alone.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MethodOperationFix))]
public sealed class MethodOperationFix : BatchCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.UnknownOperation.Id];

    private protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(Mistake mistake, CancellationToken cancellationToken)
    {
        var (document, _, node, _) = mistake;
        var repair = mistake.Repair;
        if (node is not MethodDeclarationSyntax method
            || repair.Replacements.IsEmpty
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol)
            return [];

        var ending = symbol.Name.Substring(repair.Written.Length);
        return
        [
            .. repair.Replacements.Select((name, rank) => Rename(document.Project.Solution, symbol, name + ending, rank)),
            .. repair.Replacements.Select((name, rank) => mistake.Replace(
                $"Add [BatchOperation(\"{name}\")]",
                $"{nameof(Attributed)}.{rank}",
                method,
                Attributed(document, method, name))),
        ];
    }

    private static CodeAction Rename(Solution solution, ISymbol symbol, string name, int rank) => CodeAction.Create(
        $"Rename to '{name}'",
        cancellationToken => Renamer.RenameSymbolAsync(solution, symbol, default, name, cancellationToken),
        $"{nameof(Rename)}.{rank}");

    // Written in full: the simplifier leaves what the document's usings need.
    private static SyntaxNode Attributed(Document document, MethodDeclarationSyntax method, string operation)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        var name = SyntaxFactory.ParseName($"global::{BatchAttributes.Namespace}.{BatchAttributes.Operation}");
        return generator.AddAttributes(method, generator.Attribute(
            name.WithAdditionalAnnotations(Simplifier.Annotation),
            [generator.AttributeArgument(generator.LiteralExpression(operation))]));
    }
}
