using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>A generated member's name, and what decides whether a method of that name may stand beside it.</summary>
/// <param name="Sequence">The type around the request in the first parameter; null if it is the request itself.</param>
/// <param name="Parameters">How many there are.</param>
internal sealed record GeneratedName(
    GeneratedShapes Shape,
    string Name,
    Operation Operation,
    string? Sequence,
    int Parameters,
    int Arity)
{
    /// <summary>The members that can be generated for an operation.</summary>
    public static IEnumerable<GeneratedName> Of(OperationMembers members)
    {
        var (name, operation, _) = members;
        var consumers = operation.Streams ? 1 : 0;
        yield return new GeneratedName(GeneratedShapes.Factory, name, operation, Sequence: null, 1 + consumers, consumers);
        yield return new GeneratedName(GeneratedShapes.Call, $"{name}Async", operation, Sequence: null, Parameters: 2, Arity: 0);
        yield return Many(GeneratedShapes.Batch, $"{name}BatchAsync", "IEnumerable");
        yield return Many(GeneratedShapes.StreamOfAsync, $"{name}StreamAsync", "IAsyncEnumerable");
        yield return Many(GeneratedShapes.StreamOfSequence, $"{name}StreamAsync", "IEnumerable");
        if (operation.Paging is not null)
            yield return Many(GeneratedShapes.Pages, $"{name}PagesAsync", "IEnumerable");

        // The requests, a consumer that makes a TResult, options and a token.
        GeneratedName Many(GeneratedShapes shape, string name, string sequence) =>
            new(shape, name, operation, sequence, 3 + consumers, consumers);
    }

    /// <summary>Whether the compiler would take a method of this name for the same one.</summary>
    public bool HasParametersOf(IMethodSymbol method) =>
        method.Arity == Arity
        && method.Parameters.Length == Parameters
        && method.Parameters[0].Type.FullName() == First;

    private string First => Sequence is null
        ? Operation.Request
        : $"global::System.Collections.Generic.{Sequence}<{Operation.Request}>";
}
