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
internal sealed class NameCollisions(INamedTypeSymbol type, ISet<ISymbol> bound, IProblems problems)
{
    private readonly HashSet<ISymbol> told = new(SymbolEqualityComparer.Default);

    /// <summary>The shapes of an operation that can stand in the interface.</summary>
    public GeneratedShapes Without(OperationMembers wanted)
    {
        var shapes = wanted.Shapes;
        foreach (var (shape, name, first, count) in Signatures(wanted))
        {
            if ((shapes & shape) == 0)
                continue;

            var others = shape == GeneratedShapes.Factory ? Members(name) : Members(name, wanted.Operation, first, count);
            if (type.Name == name)
                others = others.Concat([type]);
            foreach (var other in others)
            {
                shapes &= ~shape;
                if (IsOwn(other) && told.Add(other))
                    problems.Collision(other, name, wanted.Operation);
            }
        }

        return shapes;
    }

    /// <summary>What of a generated member decides whether a method of its name may stand beside it.</summary>
    private static IEnumerable<(GeneratedShapes Shape, string Name, string First, int Parameters)> Signatures(OperationMembers members)
    {
        var (name, operation, _) = members;
        var many = operation.Streams ? 4 : 3;
        yield return (GeneratedShapes.Factory, name, operation.Request, operation.Streams ? 2 : 1);
        yield return (GeneratedShapes.Call, $"{name}Async", operation.Request, 2);
        yield return (GeneratedShapes.Batch, $"{name}BatchAsync", Sequence("IEnumerable"), many);
        yield return (GeneratedShapes.StreamOfAsync, $"{name}StreamAsync", Sequence("IAsyncEnumerable"), many);
        yield return (GeneratedShapes.StreamOfSequence, $"{name}StreamAsync", Sequence("IEnumerable"), many);

        string Sequence(string sequence) => $"global::System.Collections.Generic.{sequence}<{operation.Request}>";
    }

    // A static factory beside instance methods of its name could not be called, and hides what is inherited.
    private IEnumerable<ISymbol> Members(string factory) =>
        type.AllInterfaces.Concat([type]).SelectMany(part => part.GetMembers(factory));

    private IEnumerable<ISymbol> Members(string name, Operation operation, string first, int parameters) => type.GetMembers(name)
        .Where(member => member is not IMethodSymbol method
            || (method.Parameters.Length == parameters
                && method.Arity == (operation.Streams && parameters > 2 ? 1 : 0)
                && method.Parameters[0].Type.FullName() == first));

    // The interface's own name is always its own. Of members it is not: what is an error already, what an inherited batch
    // interface tells itself, and a factory that is there.
    private bool IsOwn(ISymbol other) => other switch
    {
        INamedTypeSymbol => true,
        { IsAbstract: true, IsStatic: false } when !bound.Contains(other) => false,
        IMethodSymbol { IsStatic: true } method when method.ReturnType.Is(BatchAttributes.Namespace, "BatchRequest") => false,
        _ => SymbolEqualityComparer.Default.Equals(other.ContainingType, type) || BatchAttributes.OfInterface(other.ContainingType) is null,
    };
}
