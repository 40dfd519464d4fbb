using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AwsBatch.CodeFixes.Fixes;

/// <summary>What the code fixes share: from a diagnostic to the actions about it, and that all can be fixed at once.</summary>
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
            // An argument and its expression have one span: the expression is meant.
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var mistake = new Mistake(context.Document, root, node, diagnostic);
            foreach (var action in await ActionsAsync(mistake, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <summary>What can be done about a mistake, the likeliest first.</summary>
    private protected abstract Task<IReadOnlyList<CodeAction>> ActionsAsync(Mistake mistake, CancellationToken cancellationToken);
}
