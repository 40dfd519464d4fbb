using Amazon;
using Amazon.Runtime;

namespace AwsBatch.Pipeline;

/// <summary>
/// The time at which a request is signed: this side's, corrected by what the SDK's chain has noted of a service's clock. It
/// notes it of every answer it sees, and it sees the refusals that show another time.
/// </summary>
internal sealed class SigningClock(TimeProvider clock, IClientConfig config)
{
    public DateTime Now(string endpoint)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (AWSConfigs.ManualClockCorrection is { } manual && manual != TimeSpan.Zero)
            return now + manual;
        return AWSConfigs.CorrectForClockSkew && !config.DisableClockSkewCorrection
            ? now + CorrectClockSkew.GetClockCorrectionForEndpoint(endpoint)
            : now;
    }
}
