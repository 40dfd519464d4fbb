using System.Text.RegularExpressions;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services.Lambda;

/// <summary>Lambda: REST-JSON, routed by method and path.</summary>
internal sealed partial class LambdaService(EmbeddedLambda lambda) : IAwsService
{
    private static readonly Dictionary<string, (string QualifiedName, LambdaOperation Answer)> Implemented = new LambdaOperations
    {
        ["ListFunctions"] = ListFunctions.AnswerAsync,
        ["GetFunction"] = GetFunction.AnswerAsync,
        ["Invoke"] = Invoke.AnswerAsync,
    }.ToDictionary(entry => entry.Key, entry => ("lambda:" + entry.Key, entry.Value), StringComparer.Ordinal);

    public string Name => "lambda";

    public IEnumerable<string> Operations => Implemented.Values.Select(operation => operation.QualifiedName);

    public IProtocol Protocol { get; } = new RestJsonProtocol();

    public SignatureErrors SignatureErrors => SignatureErrors.Rest;

    public AwsError Throttled => LambdaErrors.TooManyRequests;

    public bool NamesOperationInBody => false;

    public bool LooksLikeMine(AwsRequest request) => DatedPath().IsMatch(request.RawPath);

    public AwsCall Recognise(AwsRequest request)
    {
        var (name, resource) = LambdaRoutes.Name(request);
        return Implemented.TryGetValue(name, out var operation)
            ? new LambdaCall(lambda, request, resource, operation.QualifiedName, operation.Answer)
            : new UnimplementedCall("lambda:" + name);
    }

    [GeneratedRegex(@"\A/20\d\d-\d\d-\d\d/", RegexOptions.CultureInvariant)]
    private static partial Regex DatedPath();

    private sealed class LambdaOperations : Dictionary<string, LambdaOperation>;
}
