using System.Collections.Immutable;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;

namespace AwsBatch.CodeFixes.Completion;

/// <summary>Offers the services and operations that the strings of <c>[BatchService]</c> and <c>[BatchOperation]</c> may name.</summary>
[ExportCompletionProvider(nameof(AttributeStringCompletion), LanguageNames.CSharp)]
public sealed class AttributeStringCompletion : CompletionProvider
{
    // A dash is part of a service's name; only the closing quote ends it.
    private static readonly CompletionItemRules Rules = CompletionItemRules.Create(
        filterCharacterRules: [CharacterSetModificationRule.Create(CharacterSetModificationKind.Add, '-')],
        commitCharacterRules: [CharacterSetModificationRule.Create(CharacterSetModificationKind.Replace, '"')]);

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind == CompletionTriggerKind.Insertion
            ? trigger.Character == '"' || char.IsLetterOrDigit(trigger.Character)
            : base.ShouldTriggerCompletion(text, caretPosition, trigger, options);

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        var cancellationToken = context.CancellationToken;
        if (await AttributeString.FindAsync(context.Document, context.Position, cancellationToken).ConfigureAwait(false) is not { } place
            || await context.Document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            return;

        context.IsExclusive = true;
        context.CompletionListSpan = place.Span;
        context.AddItems(place.Service is null ? Services(compilation) : Operations(place.Service, compilation, place.Written));
    }

    // What can be used at once comes first.
    private static IEnumerable<CompletionItem> Services(Compilation compilation)
    {
        var referenced = compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name).ToImmutableHashSet();
        return ServiceNames.All.Select(service => Item(
            service.Name,
            WellKnownTags.Module,
            sortText: (referenced.Contains(service.Package) ? "0 " : "1 ") + service.Name,
            inlineDescription: service.Package));
    }

    private static IEnumerable<CompletionItem> Operations(string service, Compilation compilation, IReadOnlyCollection<string> written) =>
        ServiceLookup.Find(service, compilation) is FoundService found
            ? found.Operations.OperationNames.Except(written).Select(name => Item(name, WellKnownTags.Method, sortText: name))
            : [];

    private static CompletionItem Item(string name, string tag, string sortText, string inlineDescription = "") => CompletionItem.Create(
        name,
        sortText: sortText,
        tags: [tag],
        rules: Rules,
        inlineDescription: inlineDescription);
}
