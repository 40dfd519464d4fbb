using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>Reads on what the endpoints of a service depend, and with that, whether a lean pipeline can know them.</summary>
internal static class EndpointReader
{
    // Of the client's configuration, its region or its account.
    private static readonly HashSet<string> OfClient = ["Region", "Endpoint", "AccountId", "AccountIdEndpointMode"];

    // Of the request. What follows has no part in any rule of its service.
    private static readonly HashSet<string> OfRequest = ["Bucket", "ResourceArn", "ResourceArnList", "Key", "Prefix", "CopySource"];

    // Where requests have S3's Bucket and DynamoDB's ResourceArn: what is made or copied comes before what it is made of.
    private static readonly string[] Properties =
    [
        "DestinationBucket", "BucketName", "TargetTableName", "TableName", "ResourceArn", "TableArn", "BackupArn", "GlobalTableName",
        "BulkOperationArn", "ExportArn", "ImportArn",
    ];

    // Of a request for many items, by table: DynamoDB's rules look at the first.
    private const string Tables = "RequestItems";

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
        Parameters(service)?.Any(parameter => parameter.Name is "Bucket" or "ResourceArn") == true;

    /// <summary>What of <c>request</c> its endpoint depends on, as an expression; null if nothing.</summary>
    public static string? Parameter(ITypeSymbol request)
    {
        var properties = SdkProperties.Readable(request).ToList();
        if (properties.Any(property => property.Name == Tables))
            return $"request.{Tables} is {{ }} tables ? global::System.Linq.Enumerable.FirstOrDefault(tables.Keys) : null";

        var strings = properties
            .Where(property => property.Type.SpecialType == SpecialType.System_String)
            .Select(property => property.Name)
            .ToList();
        return Properties.FirstOrDefault(strings.Contains) is { } name ? $"request.{name}" : null;
    }

    private static IEnumerable<IPropertySymbol>? Parameters(INamedTypeSymbol service) => service.ContainingNamespace
        .GetNamespaceMembers()
        .Where(space => space.Name == "Endpoints")
        .SelectMany(space => space.GetTypeMembers())
        .FirstOrDefault(type => type.Inherits("Amazon.Runtime.Endpoints", "EndpointParameters"))
        ?.GetMembers()
        .OfType<IPropertySymbol>();

    // A switch is the configuration's, or the same for all requests of an operation.
    private static bool IsKnown(IPropertySymbol parameter) =>
        IsSwitch(parameter.Type) || OfClient.Contains(parameter.Name) || OfRequest.Contains(parameter.Name);

    private static bool IsSwitch(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] }
        || type.SpecialType == SpecialType.System_Boolean;
}
