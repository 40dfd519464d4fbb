using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.Lambda.Internal;

/// <summary>Lambda takes Signature Version 4 for every operation.</summary>
public class AmazonLambdaAuthSchemeResolver : IAuthSchemeResolver<AmazonLambdaAuthSchemeParameters>
{
    /// <inheritdoc/>
    public List<IAuthSchemeOption> ResolveAuthScheme(AmazonLambdaAuthSchemeParameters authParameters) =>
        AuthSchemeOption.DEFAULT_SIGV4;
}
