using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace AwsBatch.Dynamic.Core;

/// <summary>The service of requests that cannot be sent: its client sends nothing.</summary>
internal interface INoService : IAmazonService
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new NoConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) => new NoClient(config);

    private sealed class NoClient(ClientConfig config) : INoService, IDisposable
    {
        public IClientConfig Config => config;

        public void Dispose()
        {
        }
    }

    private sealed class NoConfig() : ClientConfig(new DefaultConfigurationProvider([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard }]))
    {
        public override string ServiceVersion => "none";

        public override string UserAgent => "none";

        public override string RegionEndpointServiceName => "none";

        public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
            throw new NotSupportedException("No request of this client is ever sent.");
    }
}
