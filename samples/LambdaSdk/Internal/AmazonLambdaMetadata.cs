using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Internal;

/// <summary>Names the service to the SDK's metrics; operations are named as their requests are.</summary>
public class AmazonLambdaMetadata : IServiceMetadata
{
    /// <inheritdoc/>
    public string ServiceId => AmazonLambdaConfig.ServiceId;

    /// <inheritdoc/>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
