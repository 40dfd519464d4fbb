using System.Net.Http.Headers;
using System.Text;
using Amazon.Runtime;

namespace AwsBatch.Clients;

/// <summary>
/// Refuses headers whose values are not ASCII, whichever pipeline they come from: the connection would, and it would look like the
/// network's fault.
/// </summary>
internal sealed class AsciiHeaders(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Check(request.Headers.NonValidated);
        if (request.Content is { } content)
            Check(content.Headers.NonValidated);
        return base.SendAsync(request, cancellationToken);
    }

    // The value is not told: it may be a secret.
    private static void Check(HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
        {
            if (!Ascii.IsValid(values.ToString()))
                throw new AmazonClientException($"The header '{name}' cannot be sent: its value has characters that are not ASCII; encode them.");
        }
    }
}
