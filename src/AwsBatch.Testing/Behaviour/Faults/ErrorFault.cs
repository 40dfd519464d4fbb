using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services;

namespace AwsBatch.Testing.Behaviour.Faults;

internal sealed class ErrorFault(AwsError error) : Fault
{
    internal override ValueTask<AwsError?> AnswerAsync(Exchange exchange, CancellationToken cancellationToken) => new(error);
}
