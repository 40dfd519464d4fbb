using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>Reads what SDK packages have in common, whatever the service.</summary>
internal static class ServiceReader
{
    private const string Async = "Async";

    /// <summary>The public <c>IAmazon…</c> interface that is an <c>IAmazonService</c>; a package has one.</summary>
    public static INamedTypeSymbol? FindInterface(IAssemblySymbol assembly) => assembly.GlobalNamespace.GetNamespaceMembers()
        .Where(space => space.Name == "Amazon")
        .SelectMany(amazon => amazon.GetNamespaceMembers())
        .SelectMany(space => space.GetTypeMembers())
        .FirstOrDefault(type =>
            type is { TypeKind: TypeKind.Interface, DeclaredAccessibility: Accessibility.Public }
            && type.Name.StartsWith("IAmazon", StringComparison.Ordinal)
            && type.Interfaces.Any(parent => parent.Is("Amazon.Runtime", "IAmazonService")));

    /// <summary>
    /// The operations by their SDK names. Every one of them is <c>Task&lt;XResponse&gt; XAsync(XRequest, CancellationToken)</c>;
    /// conveniences, presigning and the like are not.
    /// </summary>
    public static Dictionary<string, IMethodSymbol> FindOperations(INamedTypeSymbol service)
    {
        var operations = new Dictionary<string, IMethodSymbol>(StringComparer.Ordinal);
        foreach (var method in service.GetMembers().OfType<IMethodSymbol>())
        {
            if (IsOperation(method))
                operations[method.Name.Substring(0, method.Name.Length - Async.Length)] = method;
        }

        return operations;
    }

    /// <summary>The service's configuration class with <c>global::</c> if it can switch to path-style addresses, as S3's.</summary>
    public static string? FindPathStyleConfig(INamedTypeSymbol service) => service.ContainingNamespace.GetTypeMembers()
        .FirstOrDefault(type =>
            type is { TypeKind: TypeKind.Class, DeclaredAccessibility: Accessibility.Public }
            && type.Name.EndsWith("Config", StringComparison.Ordinal)
            && type.Inherits("Amazon.Runtime", "ClientConfig")
            && type.GetMembers("ForcePathStyle").OfType<IPropertySymbol>().Any(property =>
                property.Type.SpecialType == SpecialType.System_Boolean
                && property.SetMethod?.DeclaredAccessibility == Accessibility.Public))
        ?.FullName();

    public static Operation Read(
        IMethodSymbol method, string apiName, ServiceName service, IdentityReader identities, bool endpointsDependOnRequest)
    {
        var isS3 = service.Suffix == RenamedInS3.Suffix;
        var request = method.Parameters[0].Type;
        var response = Response(method)!;
        var streams = Streams(response);
        var isReadOnly = ReadOnlyOperations.Contains(service.Name, apiName);
        return new Operation(
            apiName,
            method.Name.Substring(0, method.Name.Length - Async.Length),
            request.FullName(),
            response.FullName(),
            method.GetDocumentationCommentId()!,
            streams,
            method.ObsoleteReason(),
            streams ? null : PagingReader.Read(request, response),
            isReadOnly,
            streams ? null : identities.Read(request),
            TokenReader.Read(service.Name, apiName, request),
            ResendReader.Body(request),
            isReadOnly ? default : ResendReader.Conditions(request),
            endpointsDependOnRequest ? EndpointReader.Parameter(request) : null,
            KeyParameterRule.Choose(apiName, request, isS3));
    }

    private static bool IsOperation(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false }
        && method.Parameters is [var request, var token]
        && method.Name.EndsWith(Async, StringComparison.Ordinal)
        && method.Name.Length > Async.Length
        && request.Type.Inherits("Amazon.Runtime", "AmazonWebServiceRequest")
        && token.Type.Is("System.Threading", nameof(CancellationToken))
        && Response(method) is not null
        && !method.IsUnusable();

    private static ITypeSymbol? Response(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { TypeArguments: [var response] } task && task.Is("System.Threading.Tasks", "Task")
            ? response
            : null;

    // A response that owns a connection is disposable (S3's StreamResponse) or hands out a stream of bytes or events.
    private static bool Streams(ITypeSymbol response) =>
        response.AllInterfaces.Any(type => type.SpecialType == SpecialType.System_IDisposable)
        || response.GetMembers().OfType<IPropertySymbol>().Any(property =>
            property.Type.Is("System.IO", nameof(Stream))
            || property.Type.Name.EndsWith("EventStream", StringComparison.Ordinal));
}
