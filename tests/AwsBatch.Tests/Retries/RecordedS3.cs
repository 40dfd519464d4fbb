using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;

namespace AwsBatch.Tests.Retries;

/// <summary>The SDK's S3 client with its retries off, over answers of a test's own instead of a wire.</summary>
internal sealed class RecordedS3(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>The bodies that were sent, one of each request.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>When each request says it was signed.</summary>
    public List<string> Dates { get; } = [];

    public AmazonS3Client Client(string host = "s3.invalid") => new(
        new BasicAWSCredentials("AKIDFAKE", "not-a-real-secret"),
        new AmazonS3Config
        {
            ServiceURL = $"https://{host}",
            AuthenticationRegion = "eu-west-1",
            ForcePathStyle = true,
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            ThrottleRetries = false,
            HttpClientFactory = new Factory(this),
        });

    public static HttpResponseMessage Error(HttpStatusCode status, string code) =>
        new(status) { Content = new StringContent(S3Answer.Xml(code), Encoding.UTF8, "application/xml") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Dates.Add(request.Headers.GetValues("X-Amz-Date").Single());
        if (request.Content is not null)
            Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
        return answer(request);
    }

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
    }
}
