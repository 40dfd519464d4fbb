using System.Collections.Immutable;
using AwsBatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>Makes a batch interface, or a type around it, partial (AWSB007).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
public sealed class MakePartialFix : BatchCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.NotPartial.Id];

    private protected override Task<IReadOnlyList<CodeAction>> ActionsAsync(Mistake mistake, CancellationToken cancellationToken)
    {
        IReadOnlyList<CodeAction> actions = mistake.Node is TypeDeclarationSyntax type
            ? [mistake.Replace($"Make '{type.Identifier.ValueText}' partial", nameof(MakePartialFix), type, Partial(mistake.Document, type))]
            : [];
        return Task.FromResult(actions);
    }

    private static SyntaxNode Partial(Document document, TypeDeclarationSyntax type)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        return generator.WithModifiers(type, generator.GetModifiers(type).WithPartial(true));
    }
}
