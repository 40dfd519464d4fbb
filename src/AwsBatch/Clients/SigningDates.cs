using AwsBatch.Pipeline;

namespace AwsBatch.Clients;

/// <summary>Notes of each attempt that is really sent the time it was signed with, by which to judge a refusal for its clock.</summary>
internal sealed class SigningDates(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Invocation.Current is { } invocation)
            invocation.SigningDate = request.Headers.NonValidated.TryGetValues(HeaderNames.Date, out var date) ? date.ToString() : null;
        return base.SendAsync(request, cancellationToken);
    }
}
