using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>The attributes users write.</summary>
internal static class BatchAttributes
{
    public const string Namespace = "AwsBatch";
    public const string Service = "BatchServiceAttribute";
    public const string Operation = "BatchOperationAttribute";

    public static AttributeData? OfInterface(INamedTypeSymbol type) => Find(type, Service);

    public static AttributeData? OfMethod(IMethodSymbol method) => Find(method, Operation);

    /// <summary>The attribute's strings in order, those of <c>params</c> one by one; what is no constant is left out.</summary>
    public static IEnumerable<WrittenName> Names(AttributeData attribute, ISymbol symbol) => attribute.ConstructorArguments
        .SelectMany(argument => argument.Kind == TypedConstantKind.Array
            ? argument.Values.IsDefault ? [] : argument.Values
            : [argument])
        .Select((argument, index) => (argument, index))
        .Where(item => item.argument.Kind == TypedConstantKind.Primitive)
        .Select(item => new WrittenName(item.argument.Value as string ?? "", symbol, attribute, item.index));

    private static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(Namespace, name));
}
