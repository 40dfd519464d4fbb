using AwsBatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>What a diagnostic was reported at.</summary>
internal sealed record Mistake(Document Document, SyntaxNode Root, SyntaxNode Node, Diagnostic Diagnostic)
{
    /// <summary>What the analyzer knows to be right.</summary>
    public Repair Repair { get; } = Repair.Of(Diagnostic);

    /// <summary>An action that exchanges one node. Actions of one key are what "fix all" does together.</summary>
    public CodeAction Replace(string title, string key, SyntaxNode old, SyntaxNode @new) =>
        CodeAction.Create(title, _ => Task.FromResult(Document.WithSyntaxRoot(Root.ReplaceNode(old, @new))), key);
}
