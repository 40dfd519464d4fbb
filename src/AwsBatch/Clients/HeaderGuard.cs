using System.Buffers;
using Amazon.Runtime;

namespace AwsBatch.Clients;

/// <summary>
/// Refuses headers whose values would end them and begin others, or another request: the SDK passes on what a request has, and
/// the platform sends what it is given.
/// </summary>
internal sealed class HeaderGuard : DelegatingHandler
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\0");

    /// <exception cref="AmazonClientException">The value cannot be sent. It is not told: it may be a secret.</exception>
    public static void Check(string name, string? value)
    {
        if (value.AsSpan().ContainsAny(Breaks))
            throw new AmazonClientException($"The header '{name.ReplaceLineEndings(" ")}' cannot be sent: its value has a line break or a NUL in it.");
    }

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
