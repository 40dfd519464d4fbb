using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>Reads how values of a type inside a request are compared.</summary>
internal static class PartFormReader
{
    private const string Collections = "System.Collections.Generic";

    /// <summary>Null if the type is none that can be compared.</summary>
    /// <param name="type">The type.</param>
    /// <param name="objects">Gets the objects of the SDK it leads to.</param>
    public static PartForm? Read(ITypeSymbol type, ICollection<ITypeSymbol> objects) => type switch
    {
        { SpecialType: SpecialType.System_String } => new PlainPart(type.FullName()),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => Scalar(value, type),
        INamedTypeSymbol { IsValueType: true } => Scalar(type, type),
        _ when IsConstant(type) => new ConstantPart(type.FullName()),
        _ => Element(type, objects),
    };

    // Times and fractions inside collections do not occur in the SDK's requests, nor do constants in maps.
    private static PartForm? Element(ITypeSymbol type, ICollection<ITypeSymbol> objects) => type switch
    {
        { SpecialType: SpecialType.System_String } => new PlainPart(type.FullName()),
        _ when IsWhole(type) => new PlainPart(type.FullName()),
        _ when type.Is("System.IO", nameof(MemoryStream)) => new BytesPart(type.FullName()),
        INamedTypeSymbol { TypeArguments: [var element] } when type.Is(Collections, "List") =>
            (IsConstant(element) ? new ConstantPart(element.FullName()) : Element(element, objects)) is { } form ? new ListPart(type.FullName(), form) : null,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, { IsReferenceType: true } value] }
            when type.Is(Collections, "Dictionary") =>
            Element(value, objects) is { } form ? new MapPart(type.FullName(), form) : null,
        INamedTypeSymbol { TypeKind: TypeKind.Class } when IsOfTheSdk(type) => Object(type, objects),
        _ => null,
    };

    private static PartForm? Scalar(ITypeSymbol value, ITypeSymbol type) =>
        IsWhole(value) ? new PlainPart(type.FullName())
        : value.SpecialType is SpecialType.System_DateTime or SpecialType.System_Double or SpecialType.System_Single ? new PrecisePart(type.FullName())
        : null;

    private static ObjectPart Object(ITypeSymbol type, ICollection<ITypeSymbol> objects)
    {
        objects.Add(type);
        return new ObjectPart(type.FullName(), type.ContainingNamespace.ToDisplayString(), type.Name);
    }

    private static bool IsWhole(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsOfTheSdk(ITypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString().StartsWith("Amazon.", StringComparison.Ordinal)
        && !IsConstant(type);

    private static bool IsConstant(ITypeSymbol type) => type.Inherits("Amazon.Runtime", "ConstantClass");
}
