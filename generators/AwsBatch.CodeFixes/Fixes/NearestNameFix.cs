using System.Collections.Immutable;
using AwsBatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>Changes a string to the nearest services (AWSB001) or operations (AWSB003), or either in a dynamic request (AWSB012).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestNameFix))]
public sealed class NearestNameFix : BatchCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Rules.UnknownService.Id, Rules.UnknownOperation.Id, Rules.UnknownDynamicName.Id];

    private protected override Task<IReadOnlyList<CodeAction>> ActionsAsync(Mistake mistake, CancellationToken cancellationToken)
    {
        // A constant's name is no string: its value is written elsewhere, where it may mean something else.
        IReadOnlyList<CodeAction> actions = mistake.Node is LiteralExpressionSyntax literal
            && literal.IsKind(SyntaxKind.StringLiteralExpression)
                ? [.. mistake.Repair.Replacements.Select((name, rank) =>
                    mistake.Replace($"Change to '{name}'", $"{nameof(NearestNameFix)}.{rank}", literal, Renamed(literal, name)))]
                : [];
        return Task.FromResult(actions);
    }

    private static LiteralExpressionSyntax Renamed(LiteralExpressionSyntax literal, string name) =>
        literal.WithToken(SyntaxFactory.Literal(name).WithTriviaFrom(literal.Token));
}
