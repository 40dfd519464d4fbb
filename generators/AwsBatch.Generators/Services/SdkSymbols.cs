using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>How SDK packages mark their types and members.</summary>
internal static class SdkSymbols
{
    /// <summary>A type as generated code names it.</summary>
    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static bool Is(this ITypeSymbol? type, string @namespace, string name) =>
        type is not null && type.Name == name && IsNamed(type.ContainingNamespace, @namespace);

    public static bool Inherits(this ITypeSymbol type, string @namespace, string name)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Is(@namespace, name))
                return true;
        }

        return false;
    }

    /// <summary>The reason of an <c>[Obsolete]</c>: empty without one, null if there is no attribute.</summary>
    public static string? ObsoleteReason(this ISymbol symbol) => Obsolete(symbol) is { } obsolete
        ? obsolete.ConstructorArguments.FirstOrDefault().Value as string ?? ""
        : null;

    /// <summary>Whether using the symbol is an error.</summary>
    public static bool IsUnusable(this ISymbol symbol) => Obsolete(symbol) is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>A flag the SDK's generator puts on properties: <c>Required</c> or <c>Sensitive</c>.</summary>
    public static bool SdkFlag(this IPropertySymbol property, string flag) => property.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "AWSPropertyAttribute"
        && attribute.NamedArguments.Any(argument => argument.Key == flag && argument.Value.Value is true));

    // Part by part from the end: every keystroke asks this, and a display string would be thrown away each time.
    private static bool IsNamed(INamespaceSymbol? space, string name)
    {
        var rest = name.AsSpan();
        while (space is { IsGlobalNamespace: false } && rest.EndsWith(space.Name.AsSpan(), StringComparison.Ordinal))
        {
            rest = rest.Slice(0, rest.Length - space.Name.Length);
            space = space.ContainingNamespace;
            if (rest.IsEmpty)
                return space.IsGlobalNamespace;
            if (rest[rest.Length - 1] != '.')
                return false;
            rest = rest.Slice(0, rest.Length - 1);
        }

        return false;
    }

    private static AttributeData? Obsolete(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is("System", nameof(ObsoleteAttribute)));
}
