using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Parsing;

/// <summary>What of a declared method takes null where there has to be something. What it gives may be null: it never is.</summary>
internal static class NullInput
{
    /// <summary>Why the method cannot be implemented as it is declared; null if it can.</summary>
    public static string? Find(IMethodSymbol method, CallSignature signature)
    {
        var taken = method.Parameters
            .Zip(signature.Roles, (parameter, role) => (Parameter: parameter, Role: role))
            .Where(item => item.Role is ParameterRole.Request or ParameterRole.Requests or ParameterRole.Consumer)
            .Select(item => item.Parameter)
            .FirstOrDefault(MayBeNull);
        if (taken is not null)
            return $"'{taken.Name}' cannot be null";
        return MayBeNull(signature.Request) || MayBeNull(GivenBack(method.ReturnType)) ? "a request cannot be null" : null;
    }

    private static bool MayBeNull(IParameterSymbol parameter) =>
        MayBeNull(parameter.Type)
        || parameter.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "AllowNullAttribute"));

    private static bool MayBeNull(ITypeSymbol? type) => type?.NullableAnnotation == NullableAnnotation.Annotated;

    // The TRequest of Task<BatchResult<TRequest, TResponse>>, or of items or pages.
    private static ITypeSymbol? GivenBack(ITypeSymbol returned) =>
        returned is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { TypeArguments: [var request, _] }] } ? request : null;
}
