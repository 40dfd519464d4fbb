using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>Reads on what the endpoints of a service depend, and with that, whether a lean pipeline can know them.</summary>
internal static class EndpointReader
{
    /// <summary>The client; null if its endpoints depend on something unknown, or its class cannot be derived from.</summary>
    public static ServiceClient? LeanClient(INamedTypeSymbol service)
    {
        var client = service.ContainingNamespace.GetTypeMembers(service.Name.Substring(1) + "Client").FirstOrDefault(type =>
            type is { TypeKind: TypeKind.Class, DeclaredAccessibility: Accessibility.Public, IsSealed: false, IsAbstract: false }
            && type.Inherits("Amazon.Runtime", "AmazonServiceClient"));
        var config = client?.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public && constructor.Parameters.Length == 2)
            .Where(constructor => constructor.Parameters[0].Type.Is("Amazon.Runtime", "AWSCredentials"))
            .Select(constructor => constructor.Parameters[1].Type)
            .FirstOrDefault(type => type.Inherits("Amazon.Runtime", "ClientConfig"));
        return config is not null && Parameters(service) is { } parameters && parameters.All(IsKnown)
            ? new ServiceClient(client!.FullName(), config.FullName())
            : null;
    }

    /// <summary>Whether an endpoint may depend on a request.</summary>
    public static bool DependOnRequest(INamedTypeSymbol service) =>
        Parameters(service)?.Any(parameter => EndpointNames.DependsOnRequest(parameter.Name)) == true;

    /// <summary>What of <c>request</c> its endpoint depends on, as an expression; null if nothing.</summary>
    public static string? Parameter(ITypeSymbol request)
    {
        var properties = SdkProperties.Readable(request).ToList();
        if (properties.Any(property => property.Name == EndpointNames.Tables))
            return $"request.{EndpointNames.Tables} is {{ }} tables ? global::System.Linq.Enumerable.FirstOrDefault(tables.Keys) : null";

        var strings = properties
            .Where(property => property.Type.SpecialType == SpecialType.System_String)
            .Select(property => property.Name)
            .ToList();
        return EndpointNames.Find(strings) is { } name ? $"request.{name}" : null;
    }

    private static IEnumerable<IPropertySymbol>? Parameters(INamedTypeSymbol service) => service.ContainingNamespace
        .GetNamespaceMembers()
        .Where(space => space.Name == "Endpoints")
        .SelectMany(space => space.GetTypeMembers())
        .FirstOrDefault(type => type.Inherits("Amazon.Runtime.Endpoints", "EndpointParameters"))
        ?.GetMembers()
        .OfType<IPropertySymbol>();

    private static bool IsKnown(IPropertySymbol parameter) => EndpointNames.IsKnown(parameter.Name, IsSwitch(parameter.Type));

    private static bool IsSwitch(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] }
        || type.SpecialType == SpecialType.System_Boolean;
}
