using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AwsBatch.Generators.Parsing;

/// <summary>Names as generated code must write them.</summary>
internal static class Identifiers
{
    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A name, with <c>@</c> if it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A type with <c>global::</c> and its nullability, as an implementation must repeat it.</summary>
    public static string Annotate(ITypeSymbol type) => type.ToDisplayString(Annotated);

    /// <summary>The same, where a method's type parameters have <see cref="TypeParameters.OwnName"/>.</summary>
    public static string AnnotateOwn(ITypeSymbol type) => string.Concat(type.ToDisplayParts(Annotated)
        .Select(part => part.Symbol is ITypeParameterSymbol parameter ? TypeParameters.OwnName(parameter) : part.ToString()));
}
