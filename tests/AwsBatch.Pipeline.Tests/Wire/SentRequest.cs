using System.Globalization;
using System.Text;

namespace AwsBatch.Pipeline.Tests.Wire;

/// <summary>What is sent for a request, to the byte.</summary>
internal sealed record SentRequest(IReadOnlyDictionary<string, string> Headers, string Text)
{
    public static async Task<SentRequest> OfAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var header in message.Headers.NonValidated)
            headers.Add(header.Key.ToLowerInvariant(), header.Value.ToString());
        var body = "none";
        if (message.Content is { } content)
        {
            body = Convert.ToBase64String(await content.ReadAsByteArrayAsync(cancellationToken));
            _ = content.Headers.ContentLength;
            foreach (var header in content.Headers.NonValidated)
                headers.Add(header.Key.ToLowerInvariant(), header.Value.ToString());
        }

        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{message.Method} {message.RequestUri!.AbsoluteUri} {message.Version}");
        foreach (var (name, value) in headers)
            text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {value}");
        return new SentRequest(headers, text.AppendLine(CultureInfo.InvariantCulture, $"body: {body}").ToString());
    }
}
