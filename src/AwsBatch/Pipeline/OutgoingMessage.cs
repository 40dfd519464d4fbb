using System.Net.Http.Headers;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.Clients;

namespace AwsBatch.Pipeline;

/// <summary>The HTTP message of a marshalled request.</summary>
internal static class OutgoingMessage
{
    // The core is the one that retries: to the SDK each attempt is a call of its own.
    private const string OnlyAttempt = "attempt=1; max=1";

    public static HttpRequestMessage Create(
        IRequest request, Route route, RequestSigner signer, ImmutableCredentials credentials, DateTime at, string invocationId)
    {
        var body = RequestBodies.Of(request);
        var path = RequestPath.Of(request, route);
        var signature = signer.Sign(request, path.Canonical, body, route, credentials, at);
        var message = new HttpRequestMessage(HttpMethod.Parse(request.HttpMethod), path.Url)
        {
            Version = request.HttpProtocolVersion,
            Content = body is { } bytes ? new ReadOnlyMemoryContent(bytes) : null,
        };

        var headers = message.Headers;
        foreach (var (name, value) in request.Headers)
            Add(message, name, value);
        headers.TryAddWithoutValidation(HeaderNames.Host, route.Host);
        headers.TryAddWithoutValidation(HeaderNames.Date, signature.Date);
        headers.TryAddWithoutValidation(HeaderNames.ContentSha256, signature.ContentSha256);
        if (signature.SecurityToken is { } token)
            AddChecked(headers, HeaderNames.SecurityToken, token);
        AddChecked(headers, HeaderNames.Authorization, signature.Authorization);
        AddChecked(headers, route.UserAgentHeader, route.UserAgent);
        headers.TryAddWithoutValidation(HeaderNames.InvocationId, invocationId);
        headers.TryAddWithoutValidation(HeaderNames.Retry, OnlyAttempt);
        return message;
    }

    private static void Add(HttpRequestMessage message, string name, string value)
    {
        if (ContentHeaders.Contains(name))
        {
            if (message.Content is { } content)
                ContentHeaders.Add(content.Headers, name, value);
            return;
        }

        AddChecked(message.Headers, name, value);
    }

    private static void AddChecked(HttpRequestHeaders headers, string name, string value)
    {
        HeaderGuard.Check(name, value);
        headers.TryAddWithoutValidation(name, value);
    }
}
