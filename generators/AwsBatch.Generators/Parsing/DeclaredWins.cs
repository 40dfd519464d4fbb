using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>A member the user declares replaces the one the generator would add under the same name.</summary>
internal static class DeclaredWins
{
    public static GeneratedShapes Over(
        string name,
        Operation operation,
        GeneratedShapes shapes,
        INamedTypeSymbol type,
        IReadOnlyList<DeclaredMember> declared)
    {
        foreach (var member in declared.OfType<BoundMethod>().Where(member => member.Operation == operation.Name))
        {
            var (shape, generatedName) = (member.Shape, member.Parameters[0].Type) switch
            {
                (CallShape.Batch, _) => (GeneratedShapes.Batch, $"{name}BatchAsync"),
                (CallShape.Stream, var source) when source.StartsWith("global::System.Collections.Generic.IAsyncEnumerable<", StringComparison.Ordinal) =>
                    (GeneratedShapes.StreamOfAsync, $"{name}StreamAsync"),
                (CallShape.Stream, _) => (GeneratedShapes.StreamOfSequence, $"{name}StreamAsync"),
                _ => (GeneratedShapes.Call, $"{name}Async"),
            };
            if (member.Name == generatedName)
                shapes &= ~shape;
        }

        // A factory named as its interface or as another member would not compile.
        return type.Name == name || type.GetMembers(name).Length > 0 ? shapes & ~GeneratedShapes.Factory : shapes;
    }
}
