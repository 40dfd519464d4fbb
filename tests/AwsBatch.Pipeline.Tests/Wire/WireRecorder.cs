namespace AwsBatch.Pipeline.Tests.Wire;

/// <summary>Takes requests in place of a network, and answers them.</summary>
internal sealed class WireRecorder : HttpMessageHandler
{
    /// <summary>The requests so far.</summary>
    public List<SentRequest> Sent { get; } = [];

    public Func<HttpResponseMessage> Answer { get; set; } = static () => new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add(await SentRequest.OfAsync(request, cancellationToken));
        var answer = Answer();
        answer.RequestMessage = request;
        return answer;
    }
}
