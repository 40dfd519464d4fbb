using Amazon.Runtime.Internal.Auth;

namespace Amazon.Lambda.Internal;

/// <summary>What the authentication scheme of a request could depend on.</summary>
public class AmazonLambdaAuthSchemeParameters : IAuthSchemeParameters
{
    /// <inheritdoc/>
    public string Operation { get; set; }

    /// <summary>System name of the region.</summary>
    public string Region { get; set; }
}
