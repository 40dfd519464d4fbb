using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Protocols;

/// <summary>One request, read completely, before anyone has said what it means.</summary>
internal sealed class AwsRequest
{
    private QueryParameters? form;

    public AwsRequest(string method, string target, IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Target = target;
        Headers = headers;
        Body = body;
        var question = target.IndexOf('?');
        RawPath = question < 0 ? target : target[..question];
        Query = question < 0 ? QueryParameters.Empty : QueryParameters.Parse(target.AsSpan(question + 1));
    }

    /// <summary>http or https.</summary>
    public string Scheme { get; init; } = "http";

    public string Method { get; }

    /// <summary>
    /// Path and query as they stand in the request line: a server's parsed path has lost dot segments, which S3 keys may hold.
    /// </summary>
    public string Target { get; }

    public string RawPath { get; }

    public QueryParameters Query { get; }

    public IHeaderDictionary Headers { get; }

    /// <summary>The payload. As sent until the signature is verified, which replaces a chunked one by what it decodes to.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    public bool HasForm => Headers.ContentType.ToString().StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal);

    /// <summary>The parameters of a form body.</summary>
    public QueryParameters Form => form ??= QueryParameters.Parse(System.Text.Encoding.UTF8.GetString(Body.Span));

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;
}
