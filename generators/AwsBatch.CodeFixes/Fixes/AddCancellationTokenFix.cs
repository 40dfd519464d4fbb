using System.Collections.Immutable;
using AwsBatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>Adds <c>CancellationToken cancellationToken = default</c> to a method (AWSB011).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationTokenFix))]
public sealed class AddCancellationTokenFix : BatchCodeFix
{
    private const string Title = "Add a CancellationToken";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.NoCancellationToken.Id];

    private protected override Task<IReadOnlyList<CodeAction>> ActionsAsync(Mistake mistake, CancellationToken cancellationToken)
    {
        // Nothing may follow params.
        IReadOnlyList<CodeAction> actions = mistake.Node is MethodDeclarationSyntax method
            && !method.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
                ? [mistake.Replace(Title, nameof(AddCancellationTokenFix), method, method.AddParameterListParameters(Token(method)))]
                : [];
        return Task.FromResult(actions);
    }

    private static ParameterSyntax Token(MethodDeclarationSyntax method) => SyntaxFactory
        .Parameter(SyntaxFactory.Identifier(Name(method)))
        .WithType(SyntaxFactory
            .ParseTypeName("global::System.Threading.CancellationToken")
            .WithAdditionalAnnotations(Simplifier.Annotation))
        .WithDefault(SyntaxFactory.EqualsValueClause(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)));

    private static string Name(MethodDeclarationSyntax method)
    {
        const string Usual = "cancellationToken";
        var taken = method.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText).ToList();
        return taken.Contains(Usual) ? $"{Usual}{taken.Count}" : Usual;
    }
}
