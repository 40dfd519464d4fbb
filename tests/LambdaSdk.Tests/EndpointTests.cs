using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace LambdaSdk.Tests;

public class EndpointTests
{
    [Theory]
    [InlineData("eu-west-1", false, false, "https://lambda.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, false, "https://lambda.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-east-2", true, false, "https://lambda-fips.us-east-2.amazonaws.com/")]
    [InlineData("us-east-2", false, true, "https://lambda.us-east-2.api.aws/")]
    [InlineData("us-east-2", true, true, "https://lambda-fips.us-east-2.api.aws/")]
    public void A_region_has_its_own_host(string region, bool fips, bool dualStack, string url)
    {
        var config = new AmazonLambdaConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        Assert.Equal(url, EndpointOf(config));
    }

    [Theory]
    [InlineData("https://proxy.test:8443/")]
    [InlineData("http://127.0.0.1:5000/")]
    public void A_service_url_replaces_the_regional_host(string url) =>
        Assert.Equal(url, EndpointOf(new AmazonLambdaConfig { ServiceURL = url, AuthenticationRegion = "eu-west-1" }));

    [Fact]
    public void A_service_url_cannot_be_combined_with_fips()
    {
        var config = new AmazonLambdaConfig { ServiceURL = "https://proxy.test", UseFIPSEndpoint = true };

        var error = Assert.Throws<AmazonClientException>(() => EndpointOf(config));

        Assert.Contains("FIPS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_and_configuration_agree_on_the_endpoint()
    {
        using var client = new AmazonLambdaClient(new AnonymousAWSCredentials(), RegionEndpoint.APSoutheast2);

        Assert.Equal(
            "https://lambda.ap-southeast-2.amazonaws.com/",
            client.DetermineServiceOperationEndpoint(new ListFunctionsRequest()).URL);
    }

    private static string EndpointOf(AmazonLambdaConfig config) =>
        config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListFunctionsRequest())).URL;
}
