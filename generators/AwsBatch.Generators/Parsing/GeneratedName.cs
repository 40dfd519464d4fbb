using AwsBatch.Generators.Emission;
using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>A generated member's name, and what decides whether a method of that name may stand beside it.</summary>
/// <param name="First">The type of its first parameter: the request, or what gives requests.</param>
internal sealed record GeneratedName(GeneratedShapes Shape, string Name, Operation Operation, string First)
{
    /// <summary>The members that can be generated for an operation.</summary>
    public static IEnumerable<GeneratedName> Of(OperationMembers members)
    {
        var (name, operation, _) = members;
        var request = operation.Request;
        yield return new GeneratedName(GeneratedShapes.Factory, name, operation, request);
        yield return new GeneratedName(GeneratedShapes.Call, $"{name}Async", operation, request);
        yield return new GeneratedName(GeneratedShapes.Batch, $"{name}BatchAsync", operation, Names.Sequence(request));
        yield return new GeneratedName(GeneratedShapes.StreamOfAsync, $"{name}StreamAsync", operation, Names.AsyncSequence(request));
        yield return new GeneratedName(GeneratedShapes.StreamOfSequence, $"{name}StreamAsync", operation, Names.Sequence(request));
        if (operation.Paging is not null)
            yield return new GeneratedName(GeneratedShapes.Pages, $"{name}PagesAsync", operation, Names.Sequence(request));
    }

    /// <summary>Whether the compiler would take a method of this name for the same one. Not for factories, which stand beside no method.</summary>
    public bool HasParametersOf(IMethodSymbol method) =>
        method.Arity == (Consumes ? 1 : 0)
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && method.Parameters.Select(parameter => parameter.Type.FullName()).SequenceEqual(Parameters(method));

    private bool IsOne => First == Operation.Request;

    private bool Consumes => Operation.Streams && !IsOne;

    // What a consumer makes has the name that the method gives it.
    private IEnumerable<string> Parameters(IMethodSymbol method) =>
        IsOne ? [First, Names.CancellationToken]
        : Consumes ? [First, Names.Consumer(Operation.Request, Operation.Response, method.TypeParameters[0].FullName()), Names.Options, Names.CancellationToken]
        : [First, Names.Options, Names.CancellationToken];
}
