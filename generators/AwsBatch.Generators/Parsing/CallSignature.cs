using System.Collections.Immutable;
using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>A method's signature read as one of the call shapes.</summary>
/// <param name="Shape">Which shape.</param>
/// <param name="Request">The request's type, as the first parameter and the result say it.</param>
/// <param name="Response">The response's type, as the result or the consumer says it.</param>
/// <param name="Roles">What each parameter is for.</param>
internal sealed record CallSignature(
    CallShape Shape,
    ITypeSymbol Request,
    ITypeSymbol Response,
    ImmutableArray<ParameterRole> Roles)
{
    private const string Tasks = "System.Threading.Tasks";
    private const string Collections = "System.Collections.Generic";

    /// <summary>Whether requests come of what is a sequence of either kind, so that a call has to say which is meant.</summary>
    public bool IsAmbiguous(ITypeSymbol source) => Shape == CallShape.StreamOfAsync && Sequence(source) is not null;

    /// <summary>Null if the method is none of the call shapes.</summary>
    public static CallSignature? Read(IMethodSymbol method)
    {
        if (method.RefKind != RefKind.None
            || method.Parameters.Length == 0
            || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None)
            || method.ReturnType is not INamedTypeSymbol { TypeArguments: [var returned] } wrapper)
            return null;

        var first = method.Parameters[0].Type;
        if (wrapper.Is(Tasks, "Task") && Pair(returned, "BatchResult") is { } results)
            return Sequence(first) is { } request ? Many(CallShape.Batch, request, results, method) : null;
        if (wrapper.Is(Collections, "IAsyncEnumerable") && Pair(returned, "BatchItem") is { } items)
            return Stream(first, items, method);
        if (wrapper.Is(Collections, "IAsyncEnumerable") && Pair(returned, "BatchPage") is { } pages)
            return Sequence(first) is { } request ? Many(CallShape.Pages, request, pages, method) : null;
        if (wrapper.Is(Tasks, "Task") || wrapper.Is(Tasks, "ValueTask"))
            return One(wrapper.Name == "Task" ? CallShape.Call : CallShape.ValueCall, first, returned, method);
        return null;
    }

    private static CallSignature? One(CallShape shape, ITypeSymbol request, ITypeSymbol response, IMethodSymbol method) =>
        request.Inherits("Amazon.Runtime", "AmazonWebServiceRequest")
        && RolesOf(ParameterRole.Request, method, consumes: false) is { } roles
            ? new CallSignature(shape, request, response, roles)
            : null;

    private static CallSignature? Stream(
        ITypeSymbol source,
        (ITypeSymbol Request, ITypeSymbol Result) items,
        IMethodSymbol method) =>
        AsyncSequence(source) is { } awaited ? Many(CallShape.StreamOfAsync, awaited, items, method)
        : Sequence(source) is { } request ? Many(CallShape.StreamOfSequence, request, items, method)
        : null;

    private static CallSignature? Many(
        CallShape shape,
        ITypeSymbol request,
        (ITypeSymbol Request, ITypeSymbol Result) pair,
        IMethodSymbol method)
    {
        if (!SymbolEqualityComparer.Default.Equals(request, pair.Request))
            return null;

        var mayConsume = shape != CallShape.Pages && method.Parameters.Length > 1;
        var response = mayConsume ? ConsumedResponse(method.Parameters[1].Type, request, pair.Result) : null;
        return RolesOf(ParameterRole.Requests, method, consumes: response is not null) is { } roles
            ? new CallSignature(shape, request, response ?? pair.Result, roles)
            : null;
    }

    // BatchOptions and CancellationToken follow in any order, each at most once.
    private static ImmutableArray<ParameterRole>? RolesOf(ParameterRole first, IMethodSymbol method, bool consumes)
    {
        var roles = ImmutableArray.CreateBuilder<ParameterRole>(method.Parameters.Length);
        roles.Add(first);
        if (consumes)
            roles.Add(ParameterRole.Consumer);
        foreach (var parameter in method.Parameters.Skip(roles.Count))
        {
            ParameterRole? role =
                parameter.Type.Is(BatchAttributes.Namespace, "BatchOptions") ? ParameterRole.Options
                : parameter.Type.Is("System.Threading", nameof(CancellationToken)) ? ParameterRole.CancellationToken
                : null;
            if (role is not { } known || roles.Contains(known))
                return null;
            roles.Add(known);
        }

        return roles.MoveToImmutable();
    }

    private static (ITypeSymbol Request, ITypeSymbol Result)? Pair(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { TypeArguments: [var request, var result] } && type.Is(BatchAttributes.Namespace, name)
            ? (request, result)
            : null;

    // Func<TRequest, TResponse, CancellationToken, ValueTask<TResult>>
    private static ITypeSymbol? ConsumedResponse(ITypeSymbol type, ITypeSymbol request, ITypeSymbol result) =>
        type is INamedTypeSymbol { TypeArguments: [var consumed, var response, var token, INamedTypeSymbol task] }
        && type.Is("System", "Func")
        && token.Is("System.Threading", nameof(CancellationToken))
        && task is { TypeArguments: [var made] }
        && task.Is(Tasks, "ValueTask")
        && SymbolEqualityComparer.Default.Equals(consumed, request)
        && SymbolEqualityComparer.Default.Equals(made, result)
        && (made.NullableAnnotation, result.NullableAnnotation) is not (NullableAnnotation.Annotated, NullableAnnotation.NotAnnotated)
            ? response
            : null;

    private static ITypeSymbol? Sequence(ITypeSymbol type) => type is IArrayTypeSymbol { Rank: 1 } array
        ? array.ElementType
        : ElementOf(type, "IEnumerable");

    private static ITypeSymbol? AsyncSequence(ITypeSymbol type) => ElementOf(type, "IAsyncEnumerable");

    private static ITypeSymbol? ElementOf(ITypeSymbol type, string sequence) => type.AllInterfaces
        .Concat([type])
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault(candidate => candidate.Arity == 1 && candidate.Is(Collections, sequence))
        ?.TypeArguments[0];
}
