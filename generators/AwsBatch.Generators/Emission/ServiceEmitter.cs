using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes the fields through which the core knows a service and its operations.</summary>
internal static class ServiceEmitter
{
    /// <summary>The field of the service's descriptor.</summary>
    public const string Field = "Service";

    private const string LeanClient = "LeanClient";

    public static string Write(Service service)
    {
        var customEndpoint = service.PathStyleConfig is { } config
            ? $"static config => (({config})config).ForcePathStyle = true"
            : service.LeanClient is null ? null : "useCustomEndpoint: null";
        var leanClient = service.LeanClient is null
            ? null
            : $"static (credentials, config, pipeline) => new {LeanClient}(credentials, config, pipeline)";
        var optional = new[] { customEndpoint, leanClient }.OfType<string>().Select(argument => $",\n        {argument}");
        return $"""
            internal static readonly {Names.Core}.BatchServiceDescriptor {Field} =
                {Names.Core}.BatchServiceDescriptor.For<{service.Interface}>(
                    {Names.Literal(service.Name)}{string.Concat(optional)});
            """;
    }

    /// <summary>The SDK's client with a lean pipeline attached to its own.</summary>
    public static string Write(ServiceClient client) => $$"""
        private sealed class {{LeanClient}}(
            global::Amazon.Runtime.AWSCredentials credentials,
            global::Amazon.Runtime.ClientConfig config,
            {{Names.Core}}.LeanPipeline pipeline)
            : {{client.Class}}(credentials, ({{client.Config}})config)
        {
            protected override void CustomizeRuntimePipeline(global::Amazon.Runtime.Internal.RuntimePipeline chain)
            {
                base.CustomizeRuntimePipeline(chain);
                pipeline.Attach(chain, base.CustomizeRuntimePipeline);
            }
        }
        """;

    public static string Write(Service service, Operation operation)
    {
        var optional = new[] { Describe(operation), Identity(operation), Token(operation), Body(operation), Condition(operation), Endpoint(operation) }.OfType<string>();
        return $"""
            internal static readonly {Names.Core}.ServiceOperation<{operation.Request}, {operation.Response}> {operation.Name} =
                {Names.Core}.BatchOperation.Create<{operation.Request}, {operation.Response}>(
                    {Field},
                    {Names.Literal(operation.Name)},
                    static (client, request, cancellationToken) =>
                        (({service.Interface})client).{operation.SdkName}Async(request, cancellationToken){string.Concat(optional.Select(argument => $",\n        {argument}"))});
            """;
    }

    private static string? Describe(Operation operation) => operation.KeyParameters.Count == 0
        ? null
        : "static (request, parameters) => parameters" + string.Concat(operation.KeyParameters.Select(Add));

    private static string Add(KeyParameter parameter) =>
        $".Add({Names.Literal(parameter.Name)}, request.{parameter.Property})";

    private static string? Identity(Operation operation)
    {
        var identity = operation.Identity is { } found ? $"identity: {IdentityEmitter.Instance(found.Request)}" : null;
        var readOnly = operation.IsReadOnly ? "isReadOnly: true" : null;
        return identity is not null && readOnly is not null ? $"{identity},\n        {readOnly}" : identity ?? readOnly;
    }

    private static string? Body(Operation operation) => operation.Body is not { } body
        ? null
        : $"body: new(static request => request.{body.Property}"
            + (body.CanSet ? $", static (request, stream) => request.{body.Property} = stream)" : ")");

    private static string? Condition(Operation operation) => operation.Conditions.Count == 0
        ? null
        : "isConditional: static request => " + string.Join(" || ", operation.Conditions.Select(name => $"request.{name} is not null"));

    private static string? Endpoint(Operation operation) =>
        operation.EndpointParameter is { } expression ? $"endpointParameter: static request => {expression}" : null;

    private static string? Token(Operation operation) => operation.Token is not { } token
        ? null
        : $"""
            withToken: static (request, token) => request.{token.Property} is null
                        ? {RequestCopy.Write(operation.Request, token.Copied, [$"{token.Property} = token"], indent: 12)}
                        : request
            """;
}
