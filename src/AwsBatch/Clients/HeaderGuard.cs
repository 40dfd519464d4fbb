using System.Buffers;
using Amazon.Runtime;

namespace AwsBatch.Clients;

/// <summary>
/// Refuses headers that would not be sent as they are: values that would end them and begin others, or another request, and names that
/// are none, which the platform would leave out. The SDK passes on what a request has.
/// </summary>
internal sealed class HeaderGuard : DelegatingHandler
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\0");
    private static readonly SearchValues<char> OfName =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <exception cref="AmazonClientException">The name cannot be one, or the value cannot be sent. The value is not told: it may be a secret.</exception>
    public static void Check(string name, string? value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(OfName))
            throw Refusal(name, "its name is none, which is of ASCII letters, digits and !#$%&'*+-.^_`|~");
        if (value.AsSpan().ContainsAny(Breaks))
            throw Refusal(name, "its value has a line break or a NUL in it");
    }

    private static AmazonClientException Refusal(string name, string reason) =>
        new($"The header '{name.ReplaceLineEndings(" ")}' cannot be sent: {reason}.");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var (name, values) in request.Headers.NonValidated)
            Check(name, values.ToString());
        if (request.Content is { } content)
        {
            foreach (var (name, values) in content.Headers.NonValidated)
                Check(name, values.ToString());
        }

        return base.SendAsync(request, cancellationToken);
    }
}
