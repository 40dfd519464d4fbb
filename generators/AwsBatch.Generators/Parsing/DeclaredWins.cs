using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Parsing;

/// <summary>Leaves out generated members that an interface has already: declared by the user, or inherited.</summary>
internal static class DeclaredWins
{
    /// <summary>The shapes of an operation that remain to be generated.</summary>
    public static GeneratedShapes Over(
        OperationMembers wanted,
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
                CallShape.Pages => (GeneratedShapes.Pages, $"{name}PagesAsync"),
                _ => (GeneratedShapes.Call, $"{name}Async"),
            };
            if (member.Name == generatedName)
                shapes &= ~shape;
        }

        foreach (var members in inherited.SelectMany(parent => parent.Operations).Where(members => members.Name == name))
            shapes &= ~members.Shapes;

        return shapes;
    }
}
