using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>Writes the static members that make handles for mixed batches.</summary>
internal static class FactoryEmitter
{
    public static string Write(OperationMembers members)
    {
        var operation = members.Operation;
        return operation.Streams
            ? $"""
                {Documentation.Factory(operation)}
                public static global::AwsBatch.BatchRequest<{operation.Request}, TResult> {members.Name}<TResult>(
                    {operation.Request} request,
                    {Names.Consumer(operation.Request, operation.Response, "TResult")} consume) =>
                    new({Names.Implementation}.{operation.Name}.Consume(consume), request);
                """
            : $"""
                {Documentation.Factory(operation)}
                public static global::AwsBatch.BatchRequest<{operation.Request}, {operation.Response}> {members.Name}(
                    {operation.Request} request) =>
                    new({Names.Implementation}.{operation.Name}, request);
                """;
    }
}
