using Amazon;
using Amazon.Lambda;
using Amazon.Runtime;

namespace LambdaSdk.Tests;

public class ClientCreationTests
{
    [Fact]
    public void A_client_is_created_from_the_interface_alone()
    {
        var config = DefaultConfig<IAmazonLambda>();
        config.RegionEndpoint = RegionEndpoint.EUWest1;

        using var client = Assert.IsType<AmazonLambdaClient>(CreateWith<IAmazonLambda>(config));

        Assert.IsType<AmazonLambdaConfig>(config);
        Assert.Same(config, client.Config);
    }

    [Fact]
    public void The_configuration_of_another_service_is_refused()
    {
        Assert.Throws<AmazonLambdaException>(() => CreateWith<IAmazonLambda>(new OtherConfig()));
    }

    [Fact]
    public void A_configuration_names_the_service()
    {
        var config = new AmazonLambdaConfig();

        Assert.Equal("lambda", config.RegionEndpointServiceName);
        Assert.Equal("lambda", config.AuthenticationServiceName);
        Assert.Equal("2015-03-31", config.ServiceVersion);
        Assert.Equal("Lambda", AmazonLambdaConfig.ServiceId);
    }

    [Fact]
    public void The_assembly_has_the_name_and_version_of_the_package()
    {
        var name = typeof(IAmazonLambda).Assembly.GetName();

        Assert.Equal("AWSSDK.Lambda", name.Name);
        Assert.Equal(new Version(4, 0, 0, 0), name.Version);
    }

    private static ClientConfig DefaultConfig<TService>() where TService : IAmazonService => TService.CreateDefaultClientConfig();

    private static IAmazonService CreateWith<TService>(ClientConfig config) where TService : IAmazonService =>
        TService.CreateDefaultServiceClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);

    private sealed class OtherConfig() : ClientConfig(new NoDefaults())
    {
        public override string ServiceVersion => "1";

        public override string UserAgent => "test";

        public override string RegionEndpointServiceName => "other";

        public override Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(
            Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters parameters) => new("https://other.test");
    }

    private sealed class NoDefaults : Amazon.Runtime.Internal.IDefaultConfigurationProvider
    {
        public IDefaultConfiguration GetDefaultConfiguration(
            RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
            new DefaultConfiguration();
    }
}
