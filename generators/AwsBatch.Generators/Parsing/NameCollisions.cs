using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>
/// Leaves out generated members that would not compile beside their interface's name or what the user wrote in it, and
/// tells of each: the user sees one error where the compiler would give several.
/// </summary>
/// <param name="type">The interface.</param>
/// <param name="bound">Its declared methods that are calls; what else is abstract is an error already.</param>
internal sealed class NameCollisions(INamedTypeSymbol type, ISet<ISymbol> bound, Problems problems)
{
    private readonly HashSet<ISymbol> told = new(SymbolEqualityComparer.Default);
    private readonly bool isEmpty = type.AllInterfaces.IsEmpty && !type.MemberNames.Any() && type.GetTypeMembers().IsEmpty;

    /// <summary>The shapes of an operation that can stand in the interface.</summary>
    public GeneratedShapes Without(OperationMembers wanted)
    {
        // The common case, at every keystroke: nothing is there but the interface's own name.
        var shapes = wanted.Shapes;
        if (isEmpty && !type.Name.StartsWith(wanted.Name, StringComparison.Ordinal))
            return shapes;

        foreach (var member in GeneratedName.Of(wanted).Where(member => wanted.Shapes.HasFlag(member.Shape)))
        {
            foreach (var other in InTheWayOf(member))
            {
                shapes &= ~member.Shape;
                if (IsToTell(other) && told.Add(other))
                    problems.Collision(other, member.Name, wanted.Operation);
            }
        }

        return shapes;
    }

    private IEnumerable<ISymbol> InTheWayOf(GeneratedName member)
    {
        // A static factory beside instance methods of its name could not be called, and would hide what is inherited.
        var others = member.Shape == GeneratedShapes.Factory
            ? type.AllInterfaces.Concat([type]).SelectMany(part => part.GetMembers(member.Name))
            : type.GetMembers(member.Name).Where(other => other is not IMethodSymbol method || member.HasParametersOf(method));
        return type.Name == member.Name ? others.Concat([type]) : others;
    }

    // Not what is an error already, a factory that is there, or what an inherited batch interface tells of itself.
    private bool IsToTell(ISymbol other) => other switch
    {
        INamedTypeSymbol => true,
        { IsAbstract: true, IsStatic: false } when !bound.Contains(other) => false,
        IMethodSymbol { IsStatic: true } method when method.ReturnType.Is(BatchAttributes.Namespace, "BatchRequest") => false,
        _ => SymbolEqualityComparer.Default.Equals(other.ContainingType, type)
            || BatchAttributes.OfInterface(other.ContainingType) is null,
    };
}
