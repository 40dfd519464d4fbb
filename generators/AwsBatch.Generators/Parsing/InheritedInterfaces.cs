using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>
/// Parses the batch interfaces of this compilation that another one inherits: what the generator adds to them is not in the
/// compilation yet. Those of libraries have all their members.
/// </summary>
internal sealed class InheritedInterfaces(Compilation compilation, CancellationToken cancellationToken)
{
    private readonly Dictionary<INamedTypeSymbol, BatchInterface?> parsed = new(SymbolEqualityComparer.Default);

    public EquatableArray<InheritedMembers> Of(INamedTypeSymbol type)
    {
        var inherited = new List<InheritedMembers>();
        foreach (var parent in type.AllInterfaces)
        {
            if (Parse(parent) is { } model)
                inherited.Add(new InheritedMembers(model.Declaration.FullName, Left(model.Operations, parent, type)));
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

    // Once, as it may be inherited in many ways: in diamonds upon diamonds they are twice as many at each depth.
    private BatchInterface? Parse(INamedTypeSymbol type)
    {
        if (!parsed.TryGetValue(type, out var model))
        {
            model = IsOfThisCompilation(type) && BatchAttributes.OfInterface(type) is { } attribute
                ? BatchInterfaceParser.Parse(type, attribute, compilation, this, Problems.Ignored, cancellationToken)
                : null;
            parsed.Add(type, model);
        }

        return model;
    }

    private bool IsOfThisCompilation(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    // What an interface implements of its parent is not the class's to implement. The compiler does not know yet that it does.
    private static EquatableArray<OperationMembers> Left(EquatableArray<OperationMembers> operations, INamedTypeSymbol parent, INamedTypeSymbol type)
    {
        var implementations = type.AllInterfaces
            .Insert(0, type)
            .SelectMany(part => part.GetMembers())
            .OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.ExplicitInterfaceImplementation, IsAbstract: false })
            .ToList();
        return implementations.Count == 0
            ? operations
            : operations.Select(members => members with { Shapes = members.Shapes & ~Implemented(members) }).ToEquatableArray();

        GeneratedShapes Implemented(OperationMembers members) => GeneratedName.Of(members)
            .Where(member => implementations.Any(method => IsNamed(method, parent, member.Name) && member.HasParametersOf(method)))
            .Aggregate(GeneratedShapes.None, (shapes, member) => shapes | member.Shape);
    }

    private static bool IsNamed(IMethodSymbol method, INamedTypeSymbol @interface, string name) =>
        Bare(method.Name) == Bare($"{@interface.ToDisplayString()}.{name}");

    private static string Bare(string name) => name.Substring(name.LastIndexOf(':') + 1).Replace("@", "");
}
