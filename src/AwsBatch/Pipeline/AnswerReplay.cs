namespace AwsBatch.Pipeline;

/// <summary>Gives the SDK's chain an answer that has come already, instead of sending again.</summary>
internal sealed class AnswerReplay : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (StockCall.Current is not { Answer: { } answer } call)
            return base.SendAsync(request, cancellationToken);

        call.Answer = null;
        return Task.FromResult(answer);
    }
}
