using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace AwsBatch.Tests.Support;

/// <summary>An SDK service without a wire: its operations are whatever a test makes of them.</summary>
public interface IFakeService : IAmazonService
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new FakeConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) =>
        new FakeClient(credentials, config);
}

public sealed class FakeClient(AWSCredentials credentials, ClientConfig config) : IFakeService, IDisposable
{
    public AWSCredentials Credentials => credentials;

    public IClientConfig Config => config;

    public bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;
}

public sealed class FakeConfig() : ClientConfig(new DefaultConfigurationProvider([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard }]))
{
    public override string ServiceVersion => "2026-01-01";

    public override string UserAgent => "fake";

    public override string RegionEndpointServiceName => "fake";

    public string? Flavour { get; set; }

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new("http://fake.invalid");
}

public sealed class FakeRequest(int number) : AmazonWebServiceRequest
{
    public int Number => number;

    public string? Token { get; init; }
}
