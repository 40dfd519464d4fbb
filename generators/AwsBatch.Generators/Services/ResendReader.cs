using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>Reads what decides whether a request can be sent a second time: the body an attempt uses up, and conditions.</summary>
internal static class ResendReader
{
    /// <summary>The request's body; null if it has none, or only bytes that the SDK copies.</summary>
    public static RequestBody? Body(ITypeSymbol request) => SdkProperties.Settable(request)
        .Where(property => property.Type.ContainingNamespace?.ToDisplayString() == "System.IO")
        .Where(property => ResendNames.IsBody(property.Name, property.Type.Name))
        .Select(property => new RequestBody(property.Name, CanSet: property.Type.Name == nameof(Stream)))
        .FirstOrDefault();

    /// <summary>
    /// The parameters by which a request asks for a state that its own success ends: sent again after it was carried out
    /// unseen, it would be refused.
    /// </summary>
    public static EquatableArray<string> Conditions(ITypeSymbol request) => SdkProperties.Settable(request)
        .Where(property => ResendNames.IsCondition(property.Name) && (property.Type.IsReferenceType || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T))
        .Select(property => property.Name)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();
}
