using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Reads an attributed interface into its model. What is wrong is told, and left out: the rest still works.</summary>
internal static class BatchInterfaceParser
{
    /// <summary>Null if nothing can be generated: the interface cannot be extended, or its service is not there.</summary>
    public static BatchInterface? Parse(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        Problems problems,
        CancellationToken cancellationToken) =>
        Parse(type, attribute, compilation, new InheritedInterfaces(compilation, cancellationToken), problems, cancellationToken);

    /// <inheritdoc cref="Parse(INamedTypeSymbol, AttributeData, Compilation, Problems, CancellationToken)"/>
    public static BatchInterface? Parse(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        InheritedInterfaces interfaces,
        Problems problems,
        CancellationToken cancellationToken)
    {
        var declaration = InterfaceDeclarationParser.Parse(type, compilation, problems, cancellationToken);
        var names = BatchAttributes.Names(attribute, type).ToList();
        if (FindService(names, compilation, problems) is not { } found)
            return null;

        if (Aliases.Missing(found.Operations.Package, compilation) is { } missing)
        {
            problems.NotSupported(type, missing);
            return null;
        }

        if (InheritedInterfaces.OfAnotherService(type, found, compilation) is { } other)
        {
            problems.NotSupported(type, $"it inherits '{other.Name}', which is of another service");
            return null;
        }

        if (type.GetMembers(BatchInterface.ImplementationName).FirstOrDefault(member => !IsGenerated(member)) is { } inTheWay)
        {
            problems.ImplementationCollision(inTheWay);
            return null;
        }

        var members = new MemberParser(type, found, problems);
        members.AddNamed(names.Skip(1));
        members.AddDeclared(cancellationToken);
        if (declaration is null)
            return null;

        var inherited = interfaces.Of(type);
        return new BatchInterface(declaration, found.Service, members.Operations(inherited), inherited, members.Declared(), members.Warnings());
    }

    // Analyzers see what was generated too; nobody else takes what the core makes for it.
    private static bool IsGenerated(ISymbol member) =>
        member is INamedTypeSymbol { InstanceConstructors: [{ Parameters: [var invoker] }] }
        && invoker.Type.Is("AwsBatch.CompilerServices", "IBatchInvoker");

    private static FoundService? FindService(List<WrittenName> names, Compilation compilation, Problems problems)
    {
        if (names is not [{ Argument: 0 } name, ..])
            return null;

        switch (ServiceLookup.Find(name.Text, compilation))
        {
            case FoundService found:
                return found;
            case UnreferencedService unreferenced:
                problems.UnreferencedService(name, unreferenced.Service);
                return null;
            default:
                problems.UnknownService(name);
                return null;
        }
    }
}
