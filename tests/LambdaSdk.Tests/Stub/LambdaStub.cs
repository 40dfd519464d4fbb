using Amazon;
using Amazon.Lambda;
using Amazon.Runtime;

namespace LambdaSdk.Tests.Stub;

/// <summary>A client whose requests are recorded and answered in turn, the last answer for ever.</summary>
internal sealed class LambdaStub : HttpMessageHandler
{
    private readonly Queue<StubAnswer> answers;
    private readonly List<RecordedRequest> requests = [];

    public LambdaStub(params IEnumerable<StubAnswer> answers)
    {
        this.answers = new Queue<StubAnswer>(answers);
        Client = new AmazonLambdaClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), new AmazonLambdaConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            HttpClientFactory = new SingleHandlerFactory(this),
            MaxErrorRetry = 0,
        });
    }

    public AmazonLambdaClient Client { get; }

    public IReadOnlyList<RecordedRequest> Requests => requests;

    /// <summary>The one request that was sent.</summary>
    public RecordedRequest Request => Assert.Single(requests);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        requests.Add(await RecordedRequest.ReadAsync(request, cancellationToken));
        var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return answer.ToResponse();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Client.Dispose();

        base.Dispose(disposing);
    }

    private sealed class SingleHandlerFactory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
