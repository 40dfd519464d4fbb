using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using Amazon.Runtime;

namespace AwsBatch.Clients;

/// <summary>
/// Refuses headers that would not be sent as they are: values that would end them and begin others, or another request, and names that
/// are none, which the platform would leave out. The SDK passes on what a request has.
/// </summary>
internal sealed class HeaderGuard : DelegatingHandler
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\0");

    /// <exception cref="AmazonClientException">The name cannot be one, or the value cannot be sent. The value is not told: it may be a secret.</exception>
    public static void Check(string name, string? value)
    {
        if (!HeaderName.IsValid(name))
            throw Refusal(name, $"its name is none, which is of {HeaderName.Allowed}");
        if (value.AsSpan().ContainsAny(Breaks))
            throw Refusal(name, "its value has a line break or a NUL in it");
    }

    /// <summary>
    /// The connection's refusal of a value that is not ASCII, which would look like the network's fault; null if a request failed
    /// for another reason.
    /// </summary>
    public static AmazonClientException? FindRefusal(HttpRequestException failure, HttpRequestMessage request)
    {
        if (failure is not { HttpRequestError: HttpRequestError.Unknown, InnerException: null, StatusCode: null })
            return null;

        var name = NameOfNonAscii(request.Headers.NonValidated) ?? NameOfNonAscii(request.Content?.Headers.NonValidated ?? default);
        return name is null ? null : Refusal(name, "its value has characters that are not ASCII; encode them");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Check(request.Headers.NonValidated);
        if (request.Content is { } content)
            Check(content.Headers.NonValidated);

        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure) when (FindRefusal(failure, request) is { } refusal)
        {
            throw refusal;
        }
    }

    private static void Check(HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
            Check(name, values.ToString());
    }

    private static string? NameOfNonAscii(HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
        {
            if (!Ascii.IsValid(values.ToString()))
                return name;
        }

        return null;
    }

    private static AmazonClientException Refusal(string name, string reason) =>
        new($"The header '{name.ReplaceLineEndings(" ")}' cannot be sent: {reason}.");
}
