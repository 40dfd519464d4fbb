using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes the fields through which the core knows a service and its operations.</summary>
internal static class ServiceEmitter
{
    /// <summary>The field of the service's descriptor.</summary>
    public const string Field = "Service";

    public static string Write(Service service)
    {
        var customEndpoint = service.PathStyleConfig is { } config
            ? $", static config => (({config})config).ForcePathStyle = true"
            : "";
        return $"""
            internal static readonly {Names.Core}.BatchServiceDescriptor {Field} =
                {Names.Core}.BatchServiceDescriptor.For<{service.Interface}>({Names.Literal(service.Name)}{customEndpoint});
            """;
    }

    public static string Write(Service service, Operation operation)
    {
        var describe = operation.KeyParameters.Count == 0
            ? ""
            : ",\n        static (request, parameters) => parameters" + string.Concat(operation.KeyParameters.Select(Add));
        return $"""
            internal static readonly {Names.Core}.ServiceOperation<{operation.Request}, {operation.Response}> {operation.Name} =
                {Names.Core}.BatchOperation.Create<{operation.Request}, {operation.Response}>(
                    {Field},
                    {Names.Literal(operation.Name)},
                    static (client, request, cancellationToken) =>
                        (({service.Interface})client).{operation.SdkName}Async(request, cancellationToken){describe});
            """;
    }

    private static string Add(KeyParameter parameter) =>
        $".Add({Names.Literal(parameter.Name)}, request.{parameter.Property})";
}
