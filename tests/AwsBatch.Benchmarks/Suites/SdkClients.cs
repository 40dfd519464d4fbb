using Amazon.Runtime;
using Amazon.S3;
using AwsBatch.Benchmarks.Processes;

namespace AwsBatch.Benchmarks.Suites;

/// <summary>Plain clients of the SDK, with its defaults, sent to the endpoint.</summary>
internal static class SdkClients
{
    public const string Region = "us-east-1";

    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("AKIDFAKE", "not-a-real-secret");

    public static TService Create<TService>(EndpointProcess endpoint)
        where TService : class, IAmazonService =>
        Create<TService>(endpoint.Url, endpoint.Trust is null ? null : new SingleHttpClient(new HttpClient(CreateHandler(endpoint))));

    public static TService Create<TService>(Uri url, HttpClientFactory? http)
        where TService : class, IAmazonService
    {
        var config = TService.CreateDefaultClientConfig();
        config.ServiceURL = url.AbsoluteUri;
        config.AuthenticationRegion = Region;
        if (config is AmazonS3Config s3)
            s3.ForcePathStyle = true;
        if (http is not null)
            config.HttpClientFactory = http;
        return (TService)TService.CreateDefaultServiceClient(Credentials, config);
    }

    public static SocketsHttpHandler CreateHandler(EndpointProcess endpoint) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        SslOptions = { RemoteCertificateValidationCallback = endpoint.Trust },
    };
}
