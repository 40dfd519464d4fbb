using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services;

/// <summary>A request whose operation is known.</summary>
internal abstract class AwsCall(string operation)
{
    /// <summary>The qualified name, such as <c>s3:HeadObject</c>.</summary>
    public string Operation => operation;

    /// <exception cref="AwsErrorException">The operation ends with an error.</exception>
    public abstract ValueTask AnswerAsync(AwsResponse response, CancellationToken cancellationToken);
}

/// <summary>A call of an operation that the endpoint does not implement.</summary>
internal sealed class UnimplementedCall(string operation) : AwsCall(operation)
{
    public override ValueTask AnswerAsync(AwsResponse response, CancellationToken cancellationToken) =>
        throw new AwsErrorException(AwsError.NotImplemented(Operation));
}
