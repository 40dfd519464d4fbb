using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AwsBatch.Generators.Diagnostics;

/// <summary>Where in the source an attribute's arguments stand.</summary>
internal static class AttributeArguments
{
    /// <summary>
    /// The expression of an argument, counted from 0 with the elements of <c>params</c> one by one, however they are written.
    /// </summary>
    public static SyntaxNode? Find(AttributeData attribute, int index, CancellationToken cancellationToken)
    {
        var written = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        if (written?.ArgumentList is not { } list)
            return written;

        // A named argument may stand before the ones that the parameters list first.
        var names = attribute.AttributeConstructor?.Parameters.Select(parameter => parameter.Name).ToList() ?? [];
        var expressions = list.Arguments
            .OrderBy(argument => argument.NameColon is { } name ? names.IndexOf(name.Name.Identifier.ValueText) : 0)
            .SelectMany(argument => Elements(argument.Expression))
            .ToList();
        return index < expressions.Count ? expressions[index] : written;
    }

    private static IEnumerable<SyntaxNode> Elements(ExpressionSyntax expression) => expression switch
    {
        CollectionExpressionSyntax collection => collection.Elements,
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: var items } => items.Expressions,
        _ => [expression],
    };
}
