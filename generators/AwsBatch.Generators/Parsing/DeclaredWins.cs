using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>Leaves out generated members that an interface has already: declared by the user, or inherited.</summary>
internal static class DeclaredWins
{
    /// <summary>The shapes of an operation that remain to be generated.</summary>
    public static GeneratedShapes Over(
        OperationMembers wanted,
        INamedTypeSymbol type,
        IEnumerable<DeclaredMember> declared,
        IEnumerable<InheritedMembers> inherited)
    {
        var (name, operation, shapes) = wanted;
        foreach (var member in declared.OfType<BoundMethod>().Where(member => member.Operation == operation.Name))
        {
            var (shape, generatedName) = member.Shape switch
            {
                CallShape.Batch => (GeneratedShapes.Batch, $"{name}BatchAsync"),
                CallShape.StreamOfAsync => (GeneratedShapes.StreamOfAsync, $"{name}StreamAsync"),
                CallShape.StreamOfSequence => (GeneratedShapes.StreamOfSequence, $"{name}StreamAsync"),
                _ => (GeneratedShapes.Call, $"{name}Async"),
            };
            if (member.Name == generatedName)
                shapes &= ~shape;
        }

        foreach (var members in inherited.SelectMany(parent => parent.Operations).Where(members => members.Name == name))
            shapes &= ~members.Shapes;

        return CanHaveFactory(name, type) ? shapes : shapes & ~GeneratedShapes.Factory;
    }

    // A factory named as its interface or as another member would not compile, or would hide an inherited one.
    private static bool CanHaveFactory(string name, INamedTypeSymbol type) =>
        type.Name != name && !type.AllInterfaces.Concat([type]).Any(part => part.GetMembers(name).Length > 0);
}
