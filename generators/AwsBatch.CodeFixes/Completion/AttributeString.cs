using AwsBatch.Generators.Parsing;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AwsBatch.CodeFixes.Completion;

/// <summary>A string that names a service or an operation in one of the attributes.</summary>
/// <param name="Span">Between the quotes, or from the only one to the position.</param>
/// <param name="Service">The service whose operation is named; null if it is the service that is named.</param>
/// <param name="Written">The other strings of the attribute.</param>
internal sealed record AttributeString(TextSpan Span, string? Service, IReadOnlyCollection<string> Written)
{
    /// <summary>The string a position is in; null if it is in none, or no service is named yet.</summary>
    public static async Task<AttributeString?> FindAsync(Document document, int position, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || Literal(root, position) is not { } literal
            || literal.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;

        // Without its closing quote a string takes in the rest of the line, which is no name.
        var inside = Inside(literal.Token);
        var span = inside.End < literal.Token.Span.End ? inside : TextSpan.FromBounds(inside.Start, position);
        var type = model.GetTypeInfo(attribute, cancellationToken).Type;
        if (type.Is(BatchAttributes.Namespace, BatchAttributes.Operation))
            return ServiceOf(attribute, model, cancellationToken) is { } service ? new AttributeString(span, service, []) : null;
        if (!type.Is(BatchAttributes.Namespace, BatchAttributes.Service))
            return null;

        var first = ServiceArgument(attribute);
        if (first?.Expression == literal)
            return new AttributeString(span, Service: null, []);

        return Constant(first, model, cancellationToken) is { } name
            ? new AttributeString(span, name, [.. OtherStrings(attribute, literal)])
            : null;
    }

    private static LiteralExpressionSyntax? Literal(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        // Behind an unfinished string the next token begins.
        if (!token.IsKind(SyntaxKind.StringLiteralToken) || token.SpanStart >= position)
            token = token.GetPreviousToken();
        return token.IsKind(SyntaxKind.StringLiteralToken) && Inside(token).IntersectsWith(position)
            ? token.Parent as LiteralExpressionSyntax
            : null;
    }

    private static TextSpan Inside(SyntaxToken token)
    {
        var opening = token.Text.StartsWith("@", StringComparison.Ordinal) ? 2 : 1;
        var isClosed = token.Text.Length > opening && token.Text.EndsWith("\"", StringComparison.Ordinal);
        return TextSpan.FromBounds(token.SpanStart + opening, token.Span.End - (isClosed ? 1 : 0));
    }

    private static AttributeArgumentSyntax? ServiceArgument(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "service")
            ?? arguments.FirstOrDefault(argument => argument.NameColon is null);
    }

    private static string? ServiceOf(AttributeSyntax operation, SemanticModel model, CancellationToken cancellationToken) =>
        operation.FirstAncestorOrSelf<InterfaceDeclarationSyntax>() is { } declaration
        && model.GetDeclaredSymbol(declaration, cancellationToken) is { } type
        && BatchAttributes.OfInterface(type) is { } attribute
            ? BatchAttributes.Names(attribute, type).FirstOrDefault(name => name.Argument == 0)?.Text
            : null;

    private static string? Constant(AttributeArgumentSyntax? argument, SemanticModel model, CancellationToken cancellationToken) =>
        argument is null ? null : model.GetConstantValue(argument.Expression, cancellationToken).Value as string;

    private static IEnumerable<string> OtherStrings(AttributeSyntax attribute, LiteralExpressionSyntax literal) => attribute
        .DescendantNodes()
        .OfType<LiteralExpressionSyntax>()
        .Where(other => other != literal && other.IsKind(SyntaxKind.StringLiteralExpression))
        .Select(other => other.Token.ValueText);
}
