using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>
/// Which properties of a request an error may show. Errors end in logs, so the rule names what identifies a resource and
/// shows nothing else: a property must look like an identifier, and must neither look like a secret nor be marked
/// sensitive by the SDK.
/// </summary>
internal static class KeyParameterRule
{
    /// <summary>An operation's key parameters: S3's bucket and key, required ones, the operation's own resource, the rest.</summary>
    public static EquatableArray<KeyParameter> Choose(string operation, ITypeSymbol request, bool isS3) => request.GetMembers()
        .OfType<IPropertySymbol>()
        .Where(property => IsShowable(property, isS3))
        .OrderByDescending(property => isS3 && KeyParameterNames.IsS3Key(property.Name))
        .ThenByDescending(property => property.SdkFlag("Required"))
        .ThenByDescending(property => KeyParameterNames.IsResourceOf(operation, property.Name))
        .ThenBy(property => property.Name, StringComparer.Ordinal)
        .Take(KeyParameterNames.Most)
        .Select(property => new KeyParameter(KeyParameterNames.ApiName(property.Name, isS3), property.Name))
        .ToEquatableArray();

    private static bool IsShowable(IPropertySymbol property, bool isS3) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod: not null }
        && KeyParameterNames.IsShowable(property.Name, isS3)
        && IsStringOrStrings(property.Type)
        && !property.SdkFlag("Sensitive")
        && property.ObsoleteReason() is null;

    private static bool IsStringOrStrings(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || (type is INamedTypeSymbol { Name: "List", TypeArguments: [{ SpecialType: SpecialType.System_String }] } list
            && list.ContainingNamespace.ToDisplayString() == "System.Collections.Generic");
}
