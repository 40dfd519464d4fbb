using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>Sends the client to another endpoint, for this once.</summary>
internal sealed class TemporaryRedirectFault(Uri endpoint) : Fault
{
    internal override ValueTask<AwsError?> AnswerAsync(Exchange exchange, CancellationToken cancellationToken) =>
        new(S3Errors.TemporaryRedirect(endpoint, exchange.Request.Target).Error);
}
