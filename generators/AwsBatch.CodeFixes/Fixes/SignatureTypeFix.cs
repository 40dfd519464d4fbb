using System.Collections.Immutable;
using AwsBatch.Generators.Diagnostics;
using AwsBatch.Generators.Model;
using AwsBatch.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>Writes the operation's request (AWSB005) or response (AWSB006) wherever a signature has the wrong one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignatureTypeFix))]
public sealed class SignatureTypeFix : BatchCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.WrongRequest.Id, Rules.WrongResponse.Id];

    private protected override async Task<IReadOnlyList<CodeAction>> ActionsAsync(Mistake mistake, CancellationToken cancellationToken)
    {
        var (document, _, node, diagnostic) = mistake;
        if (node is not MethodDeclarationSyntax method
            || mistake.Repair.Replacements.FirstOrDefault() is not { } right
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol
            || CallSignature.Read(symbol) is not { } signature)
            return [];

        var isRequest = diagnostic.Id == Rules.WrongRequest.Id;
        var wrong = isRequest ? signature.Request : signature.Response;
        var places = isRequest || !signature.Roles.Contains(ParameterRole.Consumer) ? Signature(method) : ConsumedResponse(method);
        var corrected = method.ReplaceNodes(
            Occurrences(places, wrong, model, cancellationToken),
            (old, _) => SyntaxFactory.ParseTypeName(right).WithTriviaFrom(old).WithAdditionalAnnotations(Simplifier.Annotation));
        var title = $"Change '{wrong.Name}' to '{right.Substring(right.LastIndexOf('.') + 1)}'";
        return [mistake.Replace(title, diagnostic.Id, method, corrected)];
    }

    private static IEnumerable<SyntaxNode> Signature(MethodDeclarationSyntax method) =>
        method.ReturnType.DescendantNodesAndSelf().Concat(method.ParameterList.DescendantNodes());

    // What a consumer makes may be of the same type as what it was wrongly said to get.
    private static IEnumerable<SyntaxNode> ConsumedResponse(MethodDeclarationSyntax method) => method.ParameterList.Parameters[1]
        .DescendantNodes()
        .OfType<GenericNameSyntax>()
        .Where(name => name.Arity == 4)
        .Take(1)
        .SelectMany(consumer => consumer.TypeArgumentList.Arguments[1].DescendantNodesAndSelf());

    private static List<TypeSyntax> Occurrences(
        IEnumerable<SyntaxNode> places,
        ITypeSymbol type,
        SemanticModel model,
        CancellationToken cancellationToken)
    {
        var occurrences = places
            .OfType<TypeSyntax>()
            .Where(syntax => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(syntax, cancellationToken).Type, type))
            .ToList();

        // Of what may be null the type is wrong, not that it may be null.
        occurrences.RemoveAll(syntax => syntax is NullableTypeSyntax nullable && occurrences.Contains(nullable.ElementType));

        // A qualified name and its last part are the same type: the whole is replaced.
        return [.. occurrences.Where(syntax => syntax.Parent is not TypeSyntax parent || !occurrences.Contains(parent))];
    }
}
