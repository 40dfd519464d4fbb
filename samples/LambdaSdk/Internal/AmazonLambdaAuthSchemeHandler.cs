using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.Lambda.Internal;

/// <summary>Pipeline step that chooses how a request is signed.</summary>
public class AmazonLambdaAuthSchemeHandler : BaseAuthResolverHandler
{
    /// <summary>Chooses the scheme.</summary>
    public AmazonLambdaAuthSchemeResolver AuthSchemeResolver { get; } = new();

    /// <inheritdoc/>
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;

        return AuthSchemeResolver.ResolveAuthScheme(new AmazonLambdaAuthSchemeParameters
        {
            Operation = context.Request.RequestName,
            Region = context.ClientConfig.RegionEndpoint?.SystemName,
        });
    }
}
