using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>The properties of the SDK's requests, responses and what is inside them.</summary>
internal static class SdkProperties
{
    /// <summary>What can be read. What the SDK's own base classes have is the sending's, not the request's.</summary>
    public static IEnumerable<IPropertySymbol> Readable(ITypeSymbol type)
    {
        for (var part = type; part is not null && !IsBase(part); part = part.BaseType)
        {
            foreach (var property in part.GetMembers().OfType<IPropertySymbol>())
            {
                if (IsReadable(property) && !property.IsUnusable())
                    yield return property;
            }
        }
    }

    /// <summary>What can be read and set. <c>IsLimitSet</c> only says and sets whether <c>Limit</c> has a value.</summary>
    public static IReadOnlyList<IPropertySymbol> Settable(ITypeSymbol type)
    {
        var properties = Readable(type).Where(property => property.SetMethod?.DeclaredAccessibility == Accessibility.Public).ToList();
        HashSet<string> flags = [.. properties.Select(property => $"Is{property.Name}Set")];
        properties.RemoveAll(property => flags.Contains(property.Name));
        return properties;
    }

    /// <summary>Whether a type is where the properties of a request end.</summary>
    public static bool IsBase(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || type.ContainingNamespace?.ToDisplayString() == "Amazon.Runtime";

    private static bool IsReadable(IPropertySymbol property) => property is
    {
        DeclaredAccessibility: Accessibility.Public,
        IsStatic: false,
        IsIndexer: false,
        IsOverride: false,
        GetMethod.DeclaredAccessibility: Accessibility.Public,
    };
}
