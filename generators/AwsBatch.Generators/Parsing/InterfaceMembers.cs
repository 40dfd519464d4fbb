using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Which members an interface leaves to be implemented.</summary>
internal static class InterfaceMembers
{
    /// <summary>Whether a member of an interface, or of one it inherits, has no implementation that holds for it.</summary>
    public static bool IsLeft(ISymbol member, INamedTypeSymbol type) =>
        (member.IsAbstract || member.IsVirtual)
        && !Implemented(member).Any()
        && type.FindImplementationForInterfaceMember(member) is not { IsAbstract: false };

    // What makes another's member abstract again, or implements it, is no member of its own.
    private static IEnumerable<ISymbol> Implemented(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        IEventSymbol @event => @event.ExplicitInterfaceImplementations,
        _ => [],
    };
}
