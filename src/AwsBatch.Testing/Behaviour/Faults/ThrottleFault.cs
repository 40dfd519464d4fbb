using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Wire;

namespace AwsBatch.Testing.Behaviour.Faults;

internal sealed class ThrottleFault(TokenBucket bucket, int? statusCode, string? code, IReadOnlyDictionary<string, string>? headers) : Fault
{
    internal override FlightOutcome Outcome => FlightOutcome.Throttled;

    internal override bool Spares(ReceivedRequest request, CallTokens tokens) => tokens.TryTake(bucket);

    internal override ValueTask<AwsError?> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var own = exchange.Service.Throttled;
        return new(own with
        {
            StatusCode = statusCode ?? own.StatusCode,
            Code = code ?? own.Code,
            Headers = headers ?? own.Headers,
        });
    }
}
