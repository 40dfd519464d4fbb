using Amazon.Lambda.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using ExecutionContext = Amazon.Runtime.Internal.ExecutionContext;

namespace Amazon.Lambda;

/// <summary>Configuration of an <see cref="AmazonLambdaClient"/>.</summary>
public partial class AmazonLambdaConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("Lambda", "4.0.100");

    /// <summary>Creates a configuration with the SDK's defaults.</summary>
    public AmazonLambdaConfig()
        : base(new DefaultConfigurationProvider(AmazonLambdaDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "lambda";
        EndpointProvider = new AmazonLambdaEndpointProvider();
    }

    /// <summary>Identifies the service in profiles and user agents.</summary>
    public static new string ServiceId => "Lambda";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "lambda";

    /// <inheritdoc/>
    public override string ServiceVersion => "2015-03-31";

    /// <inheritdoc/>
    public override string UserAgent => UserAgentString;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        var request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint };
        var context = new RequestContext(enableMetric: false)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = request,
        };

        return new AmazonLambdaEndpointResolver().GetEndpoint(new ExecutionContext(context, null));
    }
}
