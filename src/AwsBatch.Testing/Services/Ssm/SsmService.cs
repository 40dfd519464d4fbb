using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Ssm;

/// <summary>The parameter store of Systems Manager: JSON 1.1.</summary>
internal sealed class SsmService(EmbeddedSsm ssm)
    : JsonService<EmbeddedSsm>(ssm, "ssm", "AmazonSSM.", JsonRpcProtocol.Json11, JsonErrors.Validation, Implemented)
{
    private static readonly JsonOperations<EmbeddedSsm> Implemented = new("ssm")
    {
        { "PutParameter", PutParameter.Answer },
        { "GetParameter", GetParameters.One },
        { "GetParameters", GetParameters.Named },
        { "GetParametersByPath", GetParameters.ByPath },
        { "DescribeParameters", DescribeParameters.Answer },
        { "DeleteParameter", DeleteParameter.Answer },
    };

    public override IProtocol Protocol { get; } = new JsonRpcProtocol(JsonRpcProtocol.Json11);

    public override AwsError Throttled => SsmErrors.Throttling;
}
