using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>The type parameters of a method, as an implementation must repeat them.</summary>
internal static class TypeParameters
{
    public static EquatableArray<TypeParameter> Of(IMethodSymbol method) => method.TypeParameters
        .Select(parameter => new TypeParameter(Identifiers.Escape(parameter.Name), KindOf(parameter)))
        .ToEquatableArray();

    private static string? KindOf(ITypeParameterSymbol parameter) =>
        parameter.IsValueType ? null : parameter.IsReferenceType ? "class" : "default";
}
