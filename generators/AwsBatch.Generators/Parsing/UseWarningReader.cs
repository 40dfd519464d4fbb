using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Reads what the compiler would say of uses in generated code, which only the user's own uses are to be told.</summary>
internal static class UseWarningReader
{
    private static readonly string[] OfObsolete = ["CS0612", "CS0618"];

    /// <param name="chain">The interface and the types around it.</param>
    public static UseWarnings OfInterface(IReadOnlyCollection<INamedTypeSymbol> chain) => new(
        chain.Any(part => part.ObsoleteReason() is not null),
        Sorted(chain.SelectMany(Experiments)));

    /// <summary>The ids of warnings about everything in an assembly.</summary>
    public static EquatableArray<string> OfAssembly(IAssemblySymbol assembly) => Sorted(OfWhole(assembly));

    /// <summary>The ids of warnings about the types that members name.</summary>
    public static EquatableArray<string> OfSignatures(IEnumerable<ISymbol> members)
    {
        var types = members.SelectMany(Named).SelectMany(Types).ToList();
        var assemblies = new HashSet<ISymbol>(types.Select(type => type.ContainingAssembly), SymbolEqualityComparer.Default);
        return Sorted(types
            .SelectMany(type => Experiments(type).Concat(Obsolete(type)))
            .Concat(assemblies.OfType<IAssemblySymbol>().SelectMany(OfWhole)));
    }

    private static IEnumerable<ITypeSymbol> Named(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => property.Parameters.Select(parameter => parameter.Type).Append(property.Type),
        IEventSymbol @event => [@event.Type],
        _ => [],
    };

    private static IEnumerable<ISymbol> Types(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Types(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Types).Concat(named.ContainingType is { } outer ? Types(outer) : []).Append(named),
        _ => [],
    };

    private static IEnumerable<string> OfWhole(IAssemblySymbol assembly) =>
        Experiments(assembly).Concat(assembly.Modules.SelectMany(Experiments));

    private static IEnumerable<string> Experiments(ISymbol symbol) => symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute"))
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
        .OfType<string>();

    private static IEnumerable<string> Obsolete(ISymbol symbol) => symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass.Is("System", nameof(ObsoleteAttribute)))
        .SelectMany(attribute => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value is string id
            ? [id]
            : OfObsolete);

    private static EquatableArray<string> Sorted(IEnumerable<string> ids) =>
        ids.Distinct().OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray();
}
