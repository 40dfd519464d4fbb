using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services.Json;

/// <summary>A service of the JSON protocols: all requests are <c>POST /</c>, routed by <c>X-Amz-Target</c>.</summary>
/// <typeparam name="TState">What the service holds.</typeparam>
/// <param name="state">What it holds.</param>
/// <param name="name">The name in a credential scope.</param>
/// <param name="targetPrefix">What stands before the operation in the target, dot included.</param>
/// <param name="contentType">Of every answer.</param>
/// <param name="errors">How it refuses parameters.</param>
/// <param name="operations">What it implements.</param>
internal abstract class JsonService<TState>(
    TState state, string name, string targetPrefix, string contentType, JsonErrors errors, JsonOperations<TState> operations) : IAwsService
{
    public string Name => name;

    public IEnumerable<string> Operations => operations.QualifiedNames;

    public abstract IProtocol Protocol { get; }

    public abstract AwsError Throttled { get; }

    public virtual SignatureErrors SignatureErrors => SignatureErrors.Json;

    public bool NamesOperationInBody => false;

    public bool LooksLikeMine(AwsRequest request) => Target(request).StartsWith(targetPrefix, StringComparison.Ordinal);

    public AwsCall Recognise(AwsRequest request)
    {
        if (!LooksLikeMine(request))
            return new UnknownOperationCall($"{name}:{request.Method} {request.RawPath}");
        var action = Target(request)[targetPrefix.Length..];
        return operations.TryGet(action, out var operation)
            ? new JsonCall<TState>(state, request, errors, contentType, operation.QualifiedName, operation.Answer)
            : new UnimplementedCall($"{name}:{action}");
    }

    private static string Target(AwsRequest request) => request.Header(JsonRpcProtocol.Target) ?? "";

    /// <summary>A call whose target is missing or another service's.</summary>
    private sealed class UnknownOperationCall(string operation) : AwsCall(operation)
    {
        public override ValueTask AnswerAsync(AwsResponse response, CancellationToken cancellationToken) =>
            throw JsonErrors.UnknownOperation();
    }
}
