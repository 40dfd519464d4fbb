using Amazon;
using Amazon.Runtime;
using AwsBatch.CompilerServices;

namespace AwsBatch.Pipeline.Tests.Wire;

/// <summary>Where requests go and who sends them.</summary>
internal sealed record Target(string Name, string? EndpointUrl, AWSCredentials Credentials)
{
    /// <summary>AWS itself, with credentials of a session.</summary>
    public static readonly Target Aws = new("aws", null, new SessionAWSCredentials("AKIDSESSION", "a secret", "a token of a session"));

    /// <summary>An endpoint of one's own, with lasting credentials.</summary>
    public static readonly Target Own = new("own endpoint", "http://localhost:4566", new BasicAWSCredentials("AKIDEXAMPLE", "another secret"));

    public ClientConfig Configure(BatchServiceDescriptor service, HttpMessageHandler handler)
    {
        var config = service.CreateConfig();
        if (EndpointUrl is not null)
        {
            config.ServiceURL = EndpointUrl;
            config.AuthenticationRegion = "eu-west-1";
            service.UseCustomEndpoint(config);
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.EUWest1;
        }

        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.ThrottleRetries = false;
        config.AllowAutoRedirect = false;
        config.HttpClientFactory = new WireHttp(new HttpClient(handler));
        return config;
    }
}
