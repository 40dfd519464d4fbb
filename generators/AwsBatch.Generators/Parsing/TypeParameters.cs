using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>The type parameters of a method, as an implementation must repeat them.</summary>
internal static class TypeParameters
{
    public static EquatableArray<TypeParameter> Of(IMethodSymbol method) => Of(method, parameter => Identifiers.Escape(parameter.Name));

    /// <summary>The same by names that no field or parameter of generated code has.</summary>
    public static EquatableArray<TypeParameter> OwnOf(IMethodSymbol method) => Of(method, OwnName);

    /// <summary>A usual name as it is, such as <c>T</c> or <c>TResult</c>; any other, as it may be an operation's, behind <c>T_</c>.</summary>
    public static string OwnName(ITypeParameterSymbol parameter)
    {
        var name = parameter.Name;
        var isUsual = name == "T" || (name.Length > 1 && name[0] == 'T' && (char.IsUpper(name[1]) || char.IsDigit(name[1])));
        return isUsual ? name : $"T_{name}";
    }

    private static EquatableArray<TypeParameter> Of(IMethodSymbol method, Func<ITypeParameterSymbol, string> name) => method.TypeParameters
        .Select(parameter => new TypeParameter(name(parameter), KindOf(parameter)))
        .ToEquatableArray();

    private static string? KindOf(ITypeParameterSymbol parameter) =>
        parameter.IsValueType ? null : parameter.IsReferenceType ? "class" : "default";
}
