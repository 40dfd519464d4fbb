using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services.Sts;

/// <summary>STS: the query protocol, routed by the form's Action.</summary>
internal sealed class StsService(RoleSessions sessions) : IAwsService
{
    private static readonly Dictionary<string, (string QualifiedName, StsOperation Answer)> Implemented = new StsOperations
    {
        ["GetCallerIdentity"] = GetCallerIdentity.Answer,
        ["AssumeRole"] = AssumeRole.Answer,
    }.ToDictionary(entry => entry.Key, entry => ("sts:" + entry.Key, entry.Value), StringComparer.Ordinal);

    public string Name => "sts";

    public IEnumerable<string> Operations => Implemented.Values.Select(operation => operation.QualifiedName);

    public IProtocol Protocol { get; } = new QueryProtocol();

    public SignatureErrors SignatureErrors => SignatureErrors.Query;

    public AwsError Throttled => StsErrors.Throttling;

    public bool NamesOperationInBody => true;

    // Without a signature its requests are like EC2's.
    public bool LooksLikeMine(AwsRequest request) => false;

    public AwsCall Recognise(AwsRequest request)
    {
        var parameters = request.Method == "POST" ? request.Form : request.Query;
        return parameters["Action"] is not { Length: > 0 } action ? new UnimplementedCall($"sts:{request.Method} {request.RawPath}")
            : Implemented.TryGetValue(action, out var operation)
                ? new StsCall(sessions, parameters, CallerOf(request), action, operation.QualifiedName, operation.Answer)
                : new UnimplementedCall("sts:" + action);
    }

    private static string CallerOf(AwsRequest request) => RequestSignature.TryRead(request)?.Scope.AccessKey ?? "";

    private sealed class StsOperations : Dictionary<string, StsOperation>;
}
