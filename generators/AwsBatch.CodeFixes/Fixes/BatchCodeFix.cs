using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>What the code fixes share: each edits the one document its diagnostic stands in, so that all can be fixed at once.</summary>
public abstract class BatchCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            // Inside an argument the outermost node of the span is the argument, the innermost its expression.
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (var action in await ActionsAsync(context.Document, root, node, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>What can be done about a diagnostic, the likeliest first.</summary>
    private protected abstract Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Document document,
        SyntaxNode root,
        SyntaxNode node,
        Diagnostic diagnostic,
        CancellationToken cancellationToken);

    /// <summary>An action that exchanges one node. Actions of one key are what "fix all" does together.</summary>
    private protected static CodeAction Replace(string title, string key, Document document, SyntaxNode root, SyntaxNode old, SyntaxNode @new) =>
        CodeAction.Create(title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(old, @new))), key);
}
