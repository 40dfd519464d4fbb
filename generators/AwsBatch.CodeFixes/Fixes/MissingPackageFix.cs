using System.Collections.Immutable;
using AwsBatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>
/// Notes the command that adds a service's package above its interface (AWSB002), ready to be copied. A code fix can change
/// documents, not package references: project files are neither documents nor, with central versions, the only place to change.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingPackageFix))]
public sealed class MissingPackageFix : BatchCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.UnreferencedService.Id];

    /// <inheritdoc/>
    /// <remarks>None: one command adds the package for all interfaces.</remarks>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Task<IReadOnlyList<CodeAction>> ActionsAsync(Mistake mistake, CancellationToken cancellationToken)
    {
        if (mistake.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || mistake.Repair.Replacements.FirstOrDefault() is not { } package)
            return Task.FromResult<IReadOnlyList<CodeAction>>([]);

        var command = $"dotnet add package {package}";
        IReadOnlyList<CodeAction> actions = type.GetLeadingTrivia().ToFullString().Contains(command)
            ? []
            : [mistake.Replace($"Note '{command}'", nameof(MissingPackageFix), type, Noted(type, command))];
        return Task.FromResult(actions);
    }

    private static TypeDeclarationSyntax Noted(TypeDeclarationSyntax type, string command)
    {
        var leading = type.GetLeadingTrivia();
        var indentation = leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return type.WithLeadingTrivia(leading.AddRange(
            [SyntaxFactory.Comment($"// {command}"), SyntaxFactory.ElasticEndOfLine("\n"), .. indentation]));
    }
}
