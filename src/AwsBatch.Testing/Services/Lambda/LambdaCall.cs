using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Lambda;

internal delegate ValueTask LambdaOperation(LambdaCall call, AwsResponse response, CancellationToken cancellationToken);

/// <summary>One call of a Lambda operation.</summary>
/// <param name="lambda">The functions.</param>
/// <param name="request">The request.</param>
/// <param name="functionName">The name or ARN in the path, decoded; empty where it has none.</param>
/// <param name="operation">The qualified name.</param>
/// <param name="answer">What answers it.</param>
internal sealed class LambdaCall(EmbeddedLambda lambda, AwsRequest request, string functionName, string operation, LambdaOperation answer)
    : AwsCall(operation)
{
    public EmbeddedLambda Lambda => lambda;

    public AwsRequest Request => request;

    /// <exception cref="AwsErrorException">ResourceNotFoundException.</exception>
    public LambdaFunction Function => lambda.Find(functionName, request.Query["Qualifier"]);

    public override ValueTask AnswerAsync(AwsResponse response, CancellationToken cancellationToken) =>
        answer(this, response, cancellationToken);
}
