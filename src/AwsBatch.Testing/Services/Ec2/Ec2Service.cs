using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services.Ec2;

/// <summary>EC2: the query protocol, routed by the form's Action.</summary>
internal sealed class Ec2Service(EmbeddedEc2 ec2) : IAwsService
{
    private static readonly Dictionary<string, (string QualifiedName, Ec2Operation Answer)> Implemented = new Ec2Operations
    {
        ["DescribeInstances"] = DescribeInstances.Answer,
        ["RunInstances"] = RunInstances.Answer,
        ["TerminateInstances"] = TerminateInstances.Answer,
        ["DescribeImages"] = DescribeImages.Answer,
        ["DescribeRegions"] = DescribeRegions.Answer,
    }.ToDictionary(entry => entry.Key, entry => ("ec2:" + entry.Key, entry.Value), StringComparer.Ordinal);

    public string Name => "ec2";

    public IEnumerable<string> Operations => Implemented.Values.Select(operation => operation.QualifiedName);

    public IProtocol Protocol { get; } = new Ec2QueryProtocol();

    public SignatureErrors SignatureErrors => SignatureErrors.Ec2;

    public AwsError Throttled => Ec2Errors.RequestLimitExceeded;

    public bool NamesOperationInBody => true;

    public bool LooksLikeMine(AwsRequest request) => request.RawPath == "/" && request.HasForm;

    public AwsCall Recognise(AwsRequest request)
    {
        var parameters = request.Method == "POST" ? request.Form : request.Query;
        return parameters["Action"] is not { Length: > 0 } action ? new UnimplementedCall($"ec2:{request.Method} {request.RawPath}")
            : Implemented.TryGetValue(action, out var operation)
                ? new Ec2Call(ec2, parameters, action, operation.QualifiedName, operation.Answer)
                : new UnimplementedCall("ec2:" + action);
    }

    private sealed class Ec2Operations : Dictionary<string, Ec2Operation>;
}
