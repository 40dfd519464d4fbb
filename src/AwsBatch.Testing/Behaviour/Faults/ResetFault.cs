using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Wire;

namespace AwsBatch.Testing.Behaviour.Faults;

internal sealed class ResetFault(ResetPoint at) : Fault
{
    internal override bool BeforeBody => at == ResetPoint.BeforeBody;

    internal override ValueTask<AwsError?> AnswerAsync(Exchange exchange, CancellationToken cancellationToken) =>
        at == ResetPoint.AfterExecution ? base.AnswerAsync(exchange, cancellationToken) : default;

    internal override ValueTask SendAsync(ResponseSender sender, TimeProvider time)
    {
        sender.Reset();
        return default;
    }
}
