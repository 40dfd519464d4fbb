using Amazon.Lambda.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Lambda.Internal;

/// <summary>Pipeline step that gives a request its endpoint.</summary>
public class AmazonLambdaEndpointResolver : BaseEndpointResolver
{
    /// <inheritdoc/>
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    /// <inheritdoc/>
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;

        return new LambdaEndpointParameters
        {
            Region = requestContext.Request.AlternateEndpoint?.SystemName ?? RegionOf(config),
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            Endpoint = config.ServiceURL,
        };
    }

    private static string RegionOf(IClientConfig config)
    {
        if (config.RegionEndpoint is { } region)
            return region.SystemName;
        if (string.IsNullOrEmpty(config.ServiceURL))
            return null;

        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
            : config.AuthenticationRegion;
    }
}
