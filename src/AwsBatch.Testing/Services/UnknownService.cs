using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services;

/// <summary>Stands for a service that the endpoint does not have: names the operation and refuses it in a format its client reads.</summary>
internal sealed class UnknownService : IAwsService
{
    private UnknownService(string name, IProtocol protocol)
    {
        Name = name;
        Protocol = protocol;
    }

    public string Name { get; }

    public IEnumerable<string> Operations => [];

    public IProtocol Protocol { get; }

    public SignatureErrors SignatureErrors => SignatureErrors.Rest;

    public static UnknownService For(string name, AwsRequest request) =>
        new(name, ProtocolOf(request));

    public AwsError Throttled { get; } = new(400, "ThrottlingException", "Rate exceeded");

    public bool NamesOperationInBody => true;

    public bool LooksLikeMine(AwsRequest request) => false;

    public AwsCall Recognise(AwsRequest request) => new UnimplementedCall($"{Name}:{OperationName(request)}");

    private static IProtocol ProtocolOf(AwsRequest request) =>
        request.Headers.ContainsKey(JsonRpcProtocol.Target) ? new JsonRpcProtocol(JsonRpcProtocol.Json11)
        : request.HasForm ? new QueryProtocol()
        : new RestJsonProtocol();

    private static string OperationName(AwsRequest request) =>
        request.Header(JsonRpcProtocol.Target) is { } target ? target[(target.LastIndexOf('.') + 1)..]
        : request.HasForm && request.Form["Action"] is { } action ? action
        : $"{request.Method} {request.RawPath}";
}
