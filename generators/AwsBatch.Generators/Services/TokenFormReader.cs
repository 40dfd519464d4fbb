using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>
/// Reads how values of a type become comparable text. A type inside itself is left out: DynamoDB's <c>AttributeValue</c> can
/// nest, but where it is a token it is a key's, and keys are strings, numbers and bytes.
/// </summary>
internal static class TokenFormReader
{
    private const string Collections = "System.Collections.Generic";

    /// <summary>Null if the type has no such form.</summary>
    public static TokenForm? Read(ITypeSymbol type) => Read(type, []);

    private static TokenForm? Read(ITypeSymbol type, IReadOnlyCollection<ITypeSymbol> around) => type switch
    {
        { SpecialType: SpecialType.System_String } => new TextForm(),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } when IsScalar(value) =>
            new ScalarForm(),
        INamedTypeSymbol { TypeArguments: [var element] } when type.Is(Collections, "List") =>
            Read(element, around) is { } form ? new ListForm(form) : null,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } when type.Is(Collections, "Dictionary") =>
            Read(value, around) is { } form ? new MapForm(form) : null,
        _ when type.Is("System.IO", nameof(MemoryStream)) => new ScalarForm(),
        _ when type.Inherits("Amazon.Runtime", "ConstantClass") => new ConstantForm(),
        INamedTypeSymbol { TypeKind: TypeKind.Class } when IsOfTheSdk(type) && !around.Contains(type, SymbolEqualityComparer.Default) =>
            ReadObject(type, [.. around, type]),
        _ => null,
    };

    private static ObjectForm? ReadObject(ITypeSymbol type, IReadOnlyCollection<ITypeSymbol> around)
    {
        var properties = type.GetMembers()
            .OfType<IPropertySymbol>()
            .Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod: not null })
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => Read(property.Type, around) is { } form ? new PropertyForm(property.Name, form) : null)
            .OfType<PropertyForm>()
            .ToEquatableArray();
        return properties.Count > 0 ? new ObjectForm(properties) : null;
    }

    private static bool IsScalar(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsOfTheSdk(ITypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString().StartsWith("Amazon.", StringComparison.Ordinal);
}
