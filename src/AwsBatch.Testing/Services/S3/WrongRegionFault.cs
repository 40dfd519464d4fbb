using AwsBatch.Testing.Behaviour.Faults;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>Refuses what is signed for another region than the bucket's.</summary>
internal sealed class WrongRegionFault : Fault
{
    private readonly string region;
    private readonly Func<S3Address, string, string, AwsErrorException> error;

    /// <param name="bucketRegion">The region to be signed for.</param>
    /// <param name="error">Made of the address, the region signed for and the bucket's.</param>
    public WrongRegionFault(string bucketRegion, Func<S3Address, string, string, AwsErrorException> error)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(bucketRegion);
        region = bucketRegion;
        this.error = error;
    }

    internal override bool Spares(ReceivedRequest request, CallTokens tokens) => request.SigningRegion == region;

    internal override ValueTask<AwsError?> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var signedFor = exchange.Signature?.Scope.Region ?? "";
        return new(error(S3Address.Of(exchange.Request), signedFor, region).Error);
    }
}
