using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>
/// Parses the batch interfaces of this compilation that another one inherits: what the generator adds to them is not in the
/// compilation yet. Those of libraries have all their members.
/// </summary>
internal static class InheritedInterfaces
{
    public static EquatableArray<InheritedMembers> Parse(
        INamedTypeSymbol type,
        FoundService service,
        Compilation compilation,
        CancellationToken cancellationToken)
    {
        var inherited = new List<InheritedMembers>();
        foreach (var parent in type.AllInterfaces)
        {
            if (IsOfThisCompilation(parent, compilation)
                && BatchAttributes.OfInterface(parent) is { } attribute
                && BatchInterfaceParser.Parse(parent, attribute, compilation, NoProblems.Instance, cancellationToken) is { } model
                && model.Service == service.Service)
                inherited.Add(new InheritedMembers(model.Declaration.FullName, model.Operations));
        }

        return inherited.ToEquatableArray();
    }

    /// <summary>The first inherited batch interface of another service: one implementation cannot serve both.</summary>
    public static INamedTypeSymbol? OfAnotherService(INamedTypeSymbol type, FoundService service, Compilation compilation) =>
        type.AllInterfaces.FirstOrDefault(parent =>
            BatchAttributes.OfInterface(parent) is { } attribute
            && BatchAttributes.Names(attribute, parent).FirstOrDefault() is { } name
            && ServiceLookup.Find(name.Text, compilation) is FoundService other
            && other.Service != service.Service);

    private static bool IsOfThisCompilation(INamedTypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
}
